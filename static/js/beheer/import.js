// How far the work on a file is, while the browser waits for the answer to the form.

const PAUSE = 1000;

for (const form of document.querySelectorAll(".import-form")) {
  const line = form.querySelector(".import-progress");
  const button = form.querySelector("button[type=submit]");
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    button.setAttribute("aria-disabled", "true");
    line.hidden = false;
    line.textContent = form.dataset.words;
    setTimeout(ask, PAUSE);
  });

  async function ask() {
    try {
      const answer = await fetch(form.dataset.progress, { headers: { accept: "application/json" } });
      if (answer.ok) show(await answer.json());
    } catch {
      // The next time may work; the form itself is still on its way.
    }
    setTimeout(ask, PAUSE);
  }

  function show({ step, done, total }) {
    if (!total) return;
    line.textContent = form.dataset.counted
      .replace("{gedaan}", done)
      .replace("{totaal}", total)
      .replace("{stap}", step);
  }
}

// Coming back with the back button: the form can be sent again.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
