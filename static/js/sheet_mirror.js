const MOST = { TEXTAREA: 200, INPUT: 80 };

/** What is typed stands on the sheet at once. */
export function mirror(form, sheet) {
  if (!sheet) return;
  form.addEventListener("input", ({ target }) => {
    const { mirror: name } = target.dataset;
    if (!name) return;
    const text = target.value.split(/\s+/).join(" ").trim().slice(0, MOST[target.tagName]);
    if (name === "worker" || name === "phone") showSender(form, sheet, name, text);
    else showLine(sheet, name, text);
  });
}

function showLine(sheet, name, text) {
  const line = sheet.querySelector(`[data-shown="${name}"]`);
  line.querySelector("[data-text]").textContent = text;
  line.hidden = text === "";
  const instead = sheet.querySelector(`[data-unless="${name}"]`);
  if (instead) instead.hidden = text !== "";
}

function showSender(form, sheet, name, text) {
  const line = sheet.querySelector('[data-shown="from"]');
  line.querySelector(`[data-text="${name}"]`).textContent = text;
  const [worker, phone] = line.querySelectorAll("[data-text]");
  line.hidden = !worker.textContent && !phone.textContent;
  line.querySelector("[data-comma]").hidden = !worker.textContent || !phone.textContent;
}
