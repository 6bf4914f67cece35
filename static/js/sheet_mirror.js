const MOST = { TEXTAREA: 200, INPUT: 80 };

/** What is typed stands on the sheet at once; what is too long for it is complained about. */
export function mirror(desk) {
  desk.root.addEventListener("input", ({ target }) => {
    const { mirror: name } = target.dataset;
    if (!name) return;
    const letters = [...target.value.split(/\s+/).join(" ").trim()];
    const most = MOST[target.tagName];
    complain(desk, target, letters.length, most);
    const text = letters.slice(0, most).join("").trimEnd();
    if (name === "worker" || name === "phone") showSender(desk, name, text);
    else showLine(desk, name, text);
  });
}

function complain(desk, field, length, most) {
  const words = desk.form.dataset.tooLong.replace("{length}", length).replace("{most}", most);
  desk.find(`#fout-${CSS.escape(field.id)}`).textContent = length > most ? words : "";
  if (length > most) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

function showLine(desk, name, text) {
  const line = desk.find(`[data-shown="${name}"]`);
  line.querySelector("[data-text]").textContent = text;
  line.hidden = text === "";
  const instead = desk.find(`[data-unless="${name}"]`);
  if (instead) instead.hidden = text !== "";
}

function showSender(desk, name, text) {
  const line = desk.find('[data-shown="from"]');
  line.querySelector(`[data-text="${name}"]`).textContent = text;
  const [worker, phone] = line.querySelectorAll("[data-text]");
  line.hidden = !worker.textContent && !phone.textContent;
  line.querySelector("[data-comma]").hidden = !worker.textContent || !phone.textContent;
}
