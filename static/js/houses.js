const SVG = "http://www.w3.org/2000/svg";
const ROUGHLY = 150;

/** A house of this kind with its window in this state, as on the cards. */
export function drawHouse(sprite, symbol, state) {
  return drawing("0 0 64 64", `house house-${state}`, [`${sprite}#kind-${symbol}`, `${sprite}#window-${state}`]);
}

/** A place's house on the map; where the spot is a guess it stands in a circle. */
export function houseMarker(L, sprite, place, options = {}) {
  const roughly = place.precisie === "straat";
  const icon = L.divIcon({
    className: roughly ? "map-house map-house-roughly" : "map-house",
    html: drawHouse(sprite, place.symbool || "house", place.staat),
    iconSize: roughly ? [52, 52] : [44, 44],
    iconAnchor: roughly ? [26, 26] : [22, 40],
    popupAnchor: [0, roughly ? -20 : -34],
  });
  return L.marker(place.point, { icon, riseOnHover: true, ...options });
}

export function roughCircle(L, point) {
  return L.circle(point, { radius: ROUGHLY, className: "map-roughly", interactive: false });
}

export function clusterMarker(L, sprite, cluster) {
  const number = document.createElement("span");
  number.textContent = cluster.aantal;
  const body = document.createElement("div");
  body.append(drawing("0 0 64 64", "", [`${sprite}#cluster`]), number);
  const icon = L.divIcon({ className: "map-cluster", html: body, iconSize: [48, 48], iconAnchor: [24, 42] });
  return L.marker(cluster.point, { icon, riseOnHover: true });
}

/** How far the middle of the drawing stands above the spot it stands on, in pixels. */
export function lift(marker) {
  const { iconSize, iconAnchor } = marker.getIcon().options;
  return iconAnchor[1] - iconSize[1] / 2;
}

/** Leaflet makes a marker a button; this gives the button its name. */
export function nameMarker(marker, text) {
  marker.on("add", () => marker.getElement().setAttribute("aria-label", text));
  return marker;
}

function drawing(viewBox, className, parts) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  for (const part of parts) {
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", part);
    svg.append(use);
  }
  return svg;
}
