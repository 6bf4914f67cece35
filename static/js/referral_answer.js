const PARTS = ["#vragen", "#uitkomst"];

let asking = null;

/** Asks what the form says and puts the answer in the page; false when there came none. */
export async function ask(form, message, pressed) {
  const asked = new FormData(form, pressed);
  const shown = listed(form, pressed?.value);
  const before = document.activeElement;
  message.textContent = "";
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  wait(form, true);
  const page = await answer(form, asked, signal);
  if (signal.aborted) return false;
  wait(form, false);
  if (!page) {
    message.textContent = message.dataset.offline;
    before.focus();
    return false;
  }
  for (const part of PARTS) replace(form.querySelector(part), page.querySelector(part));
  tell(form, pressed, shown);
  return true;
}

/** What is changed or chosen while the answer is on its way would be lost in it. */
function wait(form, busy) {
  form.setAttribute("aria-busy", String(busy));
  for (const part of PARTS) form.querySelector(part).inert = busy;
}

async function answer(form, asked, signal) {
  // As a form without files sends it; the part behind # is not sent.
  const options = { method: "POST", body: new URLSearchParams(asked), cache: "no-store", signal };
  try {
    const response = await fetch(form.getAttribute("action").split("#")[0], options);
    if (!response.ok) return null;
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch (error) {
    // Overtaken by a newer question, or no connection.
    if (error.name === "AbortError" || error instanceof TypeError) return null;
    throw error;
  }
}

function replace(part, next) {
  for (const group of part.querySelectorAll("details[open][id]")) {
    const same = next.querySelector(`#${CSS.escape(group.id)}`);
    if (same) same.open = true;
  }
  part.replaceChildren(...next.childNodes);
}

function listed(form, kind) {
  return kind ? form.querySelectorAll(`#${CSS.escape(kind)} > li`).length : 0;
}

/** Brings whoever asked to what is new; who asked nothing (coming back) hears it only. */
function tell(form, pressed, shown) {
  const title = form.querySelector("#antwoord-titel");
  if (!pressed) {
    document.querySelector("#referral-totals").textContent = title.textContent;
  } else if (pressed.name === "meer") {
    form.querySelector(`#${CSS.escape(pressed.value)} > li:nth-child(${shown + 1}) a`).focus();
  } else {
    const first = form.querySelector("#fouten") ?? title;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "start" });
  }
}
