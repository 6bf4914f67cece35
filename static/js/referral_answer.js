import { exchange } from "./referral_exchange.js";

const PARTS = ["#vragen", "#verder", "#uitkomst"];

/** Asks what the form says and puts the answer in the page; false when there came none. */
export async function ask(form, message, pressed) {
  const shown = listed(form, pressed?.value);
  const came = await exchange({
    address: form.getAttribute("action").split("#")[0], // The part behind # is not sent.
    fields: new FormData(form, pressed),
    whole: form,
    parts: PARTS.map((part) => form.querySelector(part)),
    message,
  });
  if (came) tell(form, pressed, shown);
  return came;
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
