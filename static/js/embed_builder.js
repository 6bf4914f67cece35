const snippet = document.querySelector("#snippet");
const button = document.querySelector("#copy");
const status = document.querySelector("#copied");

button.hidden = false;
button.addEventListener("click", async () => {
  snippet.select();
  status.textContent = (await copied()) ? status.dataset.done : status.dataset.failed;
});

/** A page without TLS has no clipboard, and a visitor may refuse it. */
async function copied() {
  try {
    await navigator.clipboard.writeText(snippet.value);
    return true;
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
}
