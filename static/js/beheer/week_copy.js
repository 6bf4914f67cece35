// Copies the rows of one day to others; what is there already is not doubled.
export function startCopying(week, rows, changed) {
  const dialog = week.querySelector("[data-copy-dialog]").content.firstElementChild.cloneNode(true);
  document.body.append(dialog); // outside the form of the place, whose fields these are not
  const boxes = [...dialog.querySelectorAll("fieldset input")];
  let from = "";

  for (const button of week.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => {
      const day = button.closest("[data-day]");
      from = day.dataset.day;
      dialog.querySelector("[data-from]").textContent = day.querySelector("h4").textContent;
      for (const box of boxes) Object.assign(box, { checked: false, disabled: box.value === from });
      dialog.returnValue = "";
      dialog.showModal();
    });
  }

  for (const button of dialog.querySelectorAll("[data-days]")) {
    const days = button.dataset.days.split(" ");
    button.addEventListener("click", () => {
      for (const box of boxes) box.checked = days.includes(box.value) && box.value !== from;
    });
  }

  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "copy") return;
    const replace = dialog.querySelector("[data-replace]").checked;
    for (const box of boxes.filter((each) => each.checked)) copy(rows, from, box.value, replace);
    changed();
  });
}

function copy(rows, from, to, replace) {
  const wanted = rows.staying(from).map((row) => ({ ...rows.values(row), weekday: to }));
  const there = rows.staying(to);
  const same = (values) => (row) => JSON.stringify(rows.values(row)) === JSON.stringify(values);
  if (replace) {
    for (const row of there) if (!wanted.some((values) => same(values)(row))) rows.remove(row);
  }
  for (const values of wanted) if (!there.some(same(values))) rows.add(values);
}
