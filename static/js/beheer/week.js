// The week editor: conveniences on top of rows that work without any of this.
import { startCopying } from "./week_copy.js";
import { startPasting } from "./week_paste.js";
import { startPreview } from "./week_preview.js";
import { Rows } from "./week_rows.js";

const week = document.querySelector("[data-week]");
const special = document.querySelector("[data-special]");

if (week && special) {
  const hours = new Rows(week, week.dataset.week);
  const specialDays = new Rows(special, special.dataset.special);
  for (const box of [week, special]) {
    box.classList.add("week-live");
    for (const hidden of box.querySelectorAll(".week-tools, .week-paste")) hidden.hidden = false;
  }
  for (const button of week.querySelectorAll("[data-add]")) {
    const day = button.closest("[data-day]");
    button.addEventListener("click", () => goTo(hours.add({ weekday: day.dataset.day })));
  }
  special.querySelector("[data-add]").addEventListener("click", () => goTo(specialDays.add({})));
  const preview = startPreview(week);
  startCopying(week, hours, preview);
  startPasting(week, hours, specialDays, preview);
}

function goTo(row) {
  row?.querySelector("input:not([type=hidden])").focus();
}
