/**
 * Asks the browser where we are, only when the button is pressed; tells `found` to about ten metres, as `lat,lon`.
 */
export function startLocation(button, message, found) {
  if (!navigator.geolocation) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    message.textContent = message.dataset.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        message.textContent = "";
        found(`${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`);
      },
      (error) => {
        const refused = error.code === error.PERMISSION_DENIED;
        message.textContent = refused ? message.dataset.refused : message.dataset.failed;
      },
      { timeout: 10000, maximumAge: 60000 },
    );
  });
}
