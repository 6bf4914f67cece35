import { startLocation } from "./location.js";
import { ask } from "./referral_answer.js";
import { countChosen } from "./referral_chosen.js";
import { Memory } from "./referral_memory.js";

const form = document.querySelector("#verwijzing");
const message = document.querySelector("#referral-message");
const memory = new Memory(form);
const TO_THE_SHEET = "[formaction]";

/** Everything below the form's own element may be new; the form and its message are not. */
function refresh() {
  countChosen(form);
  startLocation(form.querySelector("#hier"), message, (here) => {
    form.elements.bij.value = here;
    form.elements.bij.focus();
    memory.keep();
  });
  memory.keep();
}

async function answer(pressed) {
  if (await ask(form, message, pressed)) refresh();
}

form.addEventListener("change", () => {
  countChosen(form);
  memory.keep();
});
form.addEventListener("input", () => memory.keep());

// Asked by a script, an answer is no page of its own: going back never asks to send it again.
form.addEventListener("submit", (event) => {
  memory.keep();
  if (event.submitter?.matches(TO_THE_SHEET)) return;
  event.preventDefault();
  answer(event.submitter);
});

// What was asked for one client is gone before the next; also from the page that Back would show.
form.addEventListener("click", (event) => {
  const next = event.target.closest("#volgende");
  if (!next) return;
  event.preventDefault();
  memory.wipe();
  form.reset();
  location.replace(next.href);
});

addEventListener("pageshow", ({ persisted }) => {
  // Without what follows #: to go there would only scroll.
  if (persisted && memory.works && !memory.holds) location.replace(location.pathname + location.search);
});

// An address that came along with the page's own is not used, and need not stay in sight.
if (document.querySelector("#left-out")) {
  const address = new URL(location.href);
  address.searchParams.delete("bij");
  history.replaceState(null, "", address);
}

if (form.querySelector("#antwoord")) {
  refresh();
} else if (memory.restore()) {
  answer(null);
} else {
  refresh();
}
