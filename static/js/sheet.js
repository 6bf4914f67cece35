import { mirror } from "./sheet_mirror.js";
import { SheetMemory } from "./sheet_memory.js";
import { startSharing } from "./sheet_sharing.js";

const form = document.querySelector("#verwijzing");
const print = document.querySelector("[data-print]");

if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
  document.querySelector("[data-hint]").hidden = true;
}
startSharing(document.querySelector("[data-share]"), document.querySelector("[data-said]"));

if (form) {
  const memory = new SheetMemory(form);
  mirror(form, document.querySelector("#blad"));
  memory.keep();
  form.addEventListener("input", () => memory.keep());
  // What was asked for one client is gone before the next.
  form.querySelector("#volgende").addEventListener("click", (event) => {
    event.preventDefault();
    memory.wipe();
    form.reset();
    location.replace(event.currentTarget.href);
  });
}
