// A whole week in one text becomes rows; the server reads it, and refuses what it is not sure of.
import { ask, show } from "./week_preview.js";

export function startPasting(week, hours, specialDays, changed) {
  const panel = week.querySelector(".week-paste");
  const form = week.closest("form");
  const said = panel.querySelector(".week-said");

  panel.querySelector("[data-fill]").addEventListener("click", async () => {
    const text = panel.querySelector("textarea").value;
    const answer = await ask(week.dataset.read, form, new URLSearchParams({ text }));
    said.classList.toggle("week-refused", !answer?.hours);
    if (!answer?.hours) return show(said, answer?.problems ?? [week.dataset.away]);
    if (panel.querySelector("[data-replace]").checked) {
      for (const row of hours.staying()) hours.remove(row);
    }
    fill(hours, answer.hours);
    fill(specialDays, answer.special_days);
    const policy = form.elements.holiday_policy;
    if (policy && answer.holiday_policy) policy.value = answer.holiday_policy;
    show(said, [said.dataset.filled]);
    changed();
  });
}

function fill(rows, all) {
  for (const values of all) rows.add(values);
}
