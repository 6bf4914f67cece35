import { Desk } from "./sheet_desk.js";
import { SheetMemory } from "./sheet_memory.js";
import { mirror } from "./sheet_mirror.js";
import { startSharing } from "./sheet_sharing.js";

const desk = new Desk(document.querySelector("#werkblad"));
const memory = new SheetMemory(desk);

/** What lies on the desk may be new. */
function settle() {
  const print = desk.find("[data-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
    desk.find("[data-hint]").hidden = true;
  }
  startSharing(desk.find("[data-share]"), desk.find("[data-said]"));
  if (!desk.form) return;
  desk.find("[data-apply]")?.setAttribute("hidden", ""); // What is typed stands on the sheet at once.
  memory.keep();
  // From now on this is a page that may be asked for again, and is then made from the memory.
  if (memory.works) history.replaceState(null, "", location.href);
}

async function change(pressed) {
  if (await desk.change(pressed)) settle();
}

async function restore() {
  const fields = memory.fields();
  if (fields && (await desk.restore(fields))) settle();
}

/** A page of its own, which finds what was typed in the memory; a sheet in place of the sheet. */
function leave(button) {
  if ("inPlace" in button.dataset) location.replace(button.formAction);
  else location.assign(button.formAction);
}

mirror(desk);
desk.root.addEventListener("input", () => memory.keep());
desk.root.addEventListener("submit", (event) => {
  memory.keep();
  const away = event.submitter?.hasAttribute("formaction");
  if (away && !memory.works) return;
  event.preventDefault();
  if (away) leave(event.submitter);
  else change(event.submitter);
});

// What was asked for one client is gone before the next.
desk.root.addEventListener("click", (event) => {
  const next = event.target.closest("#volgende");
  if (!next) return;
  event.preventDefault();
  memory.wipe();
  desk.form.reset();
  location.replace(next.href);
});

// A sheet that the browser kept as it was may be another client's by now.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && desk.form && memory.works) location.reload();
});

if (!desk.form && location.search === "") restore();
settle();
