// The sentences under the week, from the server, which is the one that knows how to say it.
const PATIENCE = 300; // milliseconds after the last key

/** Updates while somebody fills in rows; answers a function that updates at once. */
export function startPreview(week) {
  const form = week.closest("form");
  const shown = week.querySelector(".week-preview");
  let timer = 0;
  let asked = 0;

  async function update() {
    const number = ++asked;
    const answer = await ask(week.dataset.preview, form, fieldsOf(form, week.dataset.week));
    if (number !== asked) return; // somebody typed on
    show(shown, answer?.lines ?? [week.dataset.away]);
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(update, PATIENCE);
  }

  week.addEventListener("input", soon);
  form.elements.hours_complete?.addEventListener("input", soon);
  return soon;
}

/** What the server answers to a form; null when it does not answer with JSON. */
export async function ask(url, form, fields) {
  const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
  try {
    const answer = await fetch(url, { method: "POST", headers, body: fields });
    return await answer.json();
  } catch {
    return null; // away, or a page to log in on
  }
}

/** One paragraph a line. */
export function show(box, lines) {
  box.replaceChildren(...lines.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  }));
}

function fieldsOf(form, prefix) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const own = name === "hours_complete" || name.startsWith(`${prefix}-`);
    if (own && typeof value === "string") fields.append(name, value);
  }
  return fields;
}
