let under_way = null;

/**
 * Sends fields and puts the same parts of the page that comes back in place of ours. No page is
 * added to the history, so going back never asks to send anything again. False when no answer
 * came, or something newer was sent meanwhile.
 */
export async function exchange({ address, fields, whole, parts, message }) {
  const before = document.activeElement;
  message.textContent = "";
  under_way?.abort();
  under_way = new AbortController();
  const { signal } = under_way;
  wait(whole, parts, true);
  const page = await answer(address, fields, signal);
  if (signal.aborted) return false;
  wait(whole, parts, false);
  if (!page) {
    message.textContent = message.dataset.offline;
    before.focus();
    return false;
  }
  for (const part of parts) replace(part, page.querySelector(`#${CSS.escape(part.id)}`));
  return true;
}

/** What is changed or chosen while the answer is on its way would be lost in it. */
function wait(whole, parts, busy) {
  whole.setAttribute("aria-busy", String(busy));
  for (const part of parts) part.inert = busy;
}

async function answer(address, fields, signal) {
  // As a form without files sends it.
  const options = { method: "POST", body: new URLSearchParams(fields), cache: "no-store", signal };
  try {
    const response = await fetch(address, options);
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
  // Only a page that is opened focuses by itself; here whoever sent it says where to.
  for (const one of next.querySelectorAll("[autofocus]")) {
    one.removeAttribute("autofocus");
    one.dataset.autofocus = "";
  }
  part.replaceChildren(...next.childNodes);
}
