/** The form and htmx: short addresses, quiet history, filters that stay as the visitor left them. */
export function startSearch(form, message) {
  const now = form.querySelector("#open-now");
  const moment = form.querySelector("#open-at");

  // Typing has its own trigger; leaving the field must not ask again.
  form.querySelector("#q").addEventListener("change", (event) => event.stopPropagation());
  now.addEventListener("change", () => {
    if (now.checked) moment.value = "";
  });
  moment.addEventListener("change", () => {
    if (moment.value) now.checked = false;
  });

  form.addEventListener("htmx:configRequest", (event) => {
    event.detail.parameters = filled(event.detail.formData);
    chooseHistory(form, event.detail.triggeringEvent);
  });
  // From here on also about the links in the list, which ask the same questions.
  const { body } = document;
  body.addEventListener("htmx:afterRequest", () => markFields(form));
  for (const failure of ["htmx:sendError", "htmx:responseError"]) {
    body.addEventListener(failure, () => {
      message.textContent = message.dataset.offline;
    });
  }
  body.addEventListener("htmx:beforeSwap", () => {
    message.textContent = "";
    document.documentElement.dataset.refreshed = "";
  });
  body.addEventListener("htmx:oobBeforeSwap", keepOpen);
}

function filled(data) {
  const kept = new FormData();
  for (const [name, value] of data) {
    if (value.trim() !== "") kept.append(name, value);
  }
  return kept;
}

/** A word typed letter by letter is one step back, not ten. */
function chooseHistory(form, trigger) {
  const replace = trigger?.type === "input" && new URLSearchParams(location.search).has("q");
  form.removeAttribute(replace ? "hx-push-url" : "hx-replace-url");
  form.setAttribute(replace ? "hx-replace-url" : "hx-push-url", "true");
}

function keepOpen({ detail: { target, fragment } }) {
  for (const group of target.querySelectorAll("details[id]")) {
    const next = fragment.querySelector(`#${CSS.escape(group.id)}`);
    if (next) next.open = group.open || Boolean(next.querySelector(".field-error"));
  }
}

/** Which ways of narrowing down are in use, and which fields have an error beside them now. */
function markFields(form) {
  for (const field of form.querySelectorAll("[aria-describedby]")) {
    const error = document.getElementById(field.getAttribute("aria-describedby"));
    field.setAttribute("aria-invalid", String(Boolean(error?.textContent)));
  }
  for (const way of form.querySelectorAll(".way")) {
    const fields = way.querySelectorAll("input[type=text], input[type=datetime-local]");
    if (fields.length) way.classList.toggle("way-used", [...fields].some((field) => field.value));
  }
}
