/** Hands over the link with only the places: to the telephone's own menu, or else the clipboard. */
export function startSharing(button, said) {
  if (!button) return;
  const { share: url, copied, failed } = button.dataset;
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    if (navigator.share) said.textContent = (await hand(url)) ? "" : failed;
    else said.textContent = (await copy(url)) ? copied : failed;
  });
}

async function hand(url) {
  try {
    await navigator.share({ title: document.title, url });
    return true;
  } catch (error) {
    if (error.name === "AbortError") return true; // Whoever changes their mind did nothing wrong.
    if (error.name === "NotAllowedError") return false;
    throw error;
  }
}

async function copy(url) {
  try {
    await navigator.clipboard.writeText(url);
    return true;
  } catch (error) {
    if (error instanceof TypeError || error.name === "NotAllowedError") return false; // No clipboard here.
    throw error;
  }
}
