const WIDEST = 320;
const EDGES = 56;
/** What a marker and the tip of its popup take of the height of a map, with some air. */
const MARKER = 84;
/** A map lower than this, as in a frame, has no room to spare around a popup. */
const LOW = 480;

/** The popup of a marker is the card of its place, fetched when it opens. */
export function bindCard(map, marker, url, labels) {
  marker.bindPopup(document.createElement("div"), { minWidth: 200, maxWidth: 200, autoPanPadding: [16, 72] });
  let byKeyboard = false;
  marker.on("keypress", () => (byKeyboard = true));
  marker.on("popupopen", async ({ popup }) => {
    popup.getElement().querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", labels.close);
    const card = await fetchCard(url());
    if (!card || !popup.isOpen()) return;
    fit(popup, map.getSize());
    popup.setContent(card);
    closeOnEscape(popup);
    if (byKeyboard) card.querySelector("a").focus({ preventScroll: true });
  });
  marker.on("popupclose", () => {
    if (byKeyboard) marker.getElement()?.focus({ preventScroll: true });
    byKeyboard = false;
  });
  return marker;
}

/** A popup larger than the map would push its own marker out of it. */
function fit({ options }, { x, y }) {
  options.maxWidth = Math.min(WIDEST, x - EDGES);
  options.maxHeight = y - MARKER;
  if (y < LOW) options.autoPanPadding = [8, 8];
}

/** Leaflet hears Escape only while the map itself has the focus. */
function closeOnEscape(popup) {
  popup.getElement().onkeydown = (event) => {
    if (event.key === "Escape") popup.close();
  };
}

async function fetchCard(url) {
  const answer = await fetch(url);
  if (!answer.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("article");
}
