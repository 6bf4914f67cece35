import { houseMarker, roughCircle } from "./houses.js";
import { openMap } from "./map.js";

const STREET = 16;
const NEIGHBOURHOOD = 14;

/** The small map of one place: its house where the spot is known, a circle where it is a guess. */
async function startPlaceMap(element) {
  const start = JSON.parse(document.querySelector("#map-start").textContent);
  const { place } = start;
  const point = [place.lat, place.lon];
  const { L, map, tiled } = await openMap(element, { ...start, centre: point, zoom: NEIGHBOURHOOD }, { keyboard: false });
  if (place.precision === "straat") {
    roughCircle(L, point).addTo(map);
  } else {
    const sign = { symbool: place.symbol, staat: place.state, point };
    houseMarker(L, element.dataset.houses, sign, { interactive: false, keyboard: false }).addTo(map);
  }
  if (await tiled) map.setView(point, STREET); // The drawn ground knows no streets.
}

new IntersectionObserver(([entry], observer) => {
  if (!entry.isIntersecting) return;
  observer.disconnect();
  startPlaceMap(entry.target);
}).observe(document.querySelector("#map"));
