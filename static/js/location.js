/** "Bij mij in de buurt": asks the browser where we are, only when pressed, and says it to about ten metres. */
export function startLocation(form, button, message) {
  if (!navigator.geolocation) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    message.textContent = message.dataset.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        message.textContent = "";
        form.elements.bij.value = `${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`;
        form.querySelector("#dichtbij").open = true;
        form.requestSubmit();
      },
      (error) => {
        const refused = error.code === error.PERMISSION_DENIED;
        message.textContent = refused ? message.dataset.refused : message.dataset.failed;
      },
      { timeout: 10000, maximumAge: 60000 },
    );
  });
}
