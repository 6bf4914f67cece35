import { query } from "./query.js";

/** Chips, pages and ways out of nothing: htmx follows these links, and the form then says the same as the list. */
export function startLinks(form, results) {
  results.addEventListener("htmx:afterRequest", ({ detail: { successful } }) => {
    if (!successful) return;
    fillIn(form);
    // The link itself is gone with what it stood in.
    results.focus({ preventScroll: true });
  });
}

function fillIn(form) {
  const asked = query();
  for (const name of ["q", "bij", "straal", "bbox"]) form.elements[name].value = asked.get(name) ?? "";
  const moment = asked.get("open") ?? "";
  form.querySelector("#open-now").checked = moment === "nu";
  form.querySelector("#open-at").value = moment === "nu" ? "" : moment;
}
