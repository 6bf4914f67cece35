const PARTS = ["#vragen", "#uitkomst"];

/** Asks what the form says and puts the answer in the page; false when there came none. */
export async function ask(form, message, pressed) {
  const asked = new FormData(form, pressed);
  const shown = listed(form, pressed?.value);
  message.textContent = "";
  form.setAttribute("aria-busy", "true");
  const page = await answer(form, asked);
  form.removeAttribute("aria-busy");
  if (!page) {
    message.textContent = message.dataset.offline;
    return false;
  }
  for (const part of PARTS) replace(form.querySelector(part), page.querySelector(part));
  tell(form, pressed, shown);
  return true;
}

async function answer(form, asked) {
  // As a form without files sends it; the part behind # is not sent.
  const options = { method: "POST", body: new URLSearchParams(asked), cache: "no-store" };
  try {
    const response = await fetch(form.getAttribute("action").split("#")[0], options);
    if (!response.ok) return null;
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch (error) {
    if (error instanceof TypeError) return null; // No connection.
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
