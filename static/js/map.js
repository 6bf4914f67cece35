import { drawGround } from "./ground.js";
import { loadLeaflet } from "./leaflet.js";
import { layTiles } from "./tiles.js";

const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const FRAMED = window.parent !== window;
const TOUCH = matchMedia("(pointer: coarse)");

/** A map on its drawn ground; resolves before ground and tiles have come. `tiled` tells later whether tiles came. */
export async function openMap(element, start, options = {}) {
  const L = await loadLeaflet(element.dataset);
  const map = L.map(element, {
    center: start.centre,
    zoom: start.zoom,
    minZoom: start.min_zoom,
    maxZoom: start.max_zoom,
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomAnimation: !CALM.matches,
    fadeAnimation: !CALM.matches,
    markerZoomAnimation: !CALM.matches,
    inertia: !CALM.matches,
    ...options,
  });
  const position = FRAMED ? "bottomright" : "topleft"; // A low map has its popups at the top.
  L.control.zoom({ position, zoomInTitle: start.labels.zoom_in, zoomOutTitle: start.labels.zoom_out }).addTo(map);
  // At the top: below the fold nobody would see who made the map.
  L.control.attribution({ prefix: false, position: "topright" }).addTo(map);
  leaveScrollingAlone(map, element);
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    chooseFingers(map, element);
  }).observe(element);
  chooseFingers(map, element);
  drawGround(L, map, start.ground_url);
  return { L, map, tiled: layTiles(L, map, start) };
}

/** The wheel scrolls the page, unless the map is in use or ctrl is held. */
function leaveScrollingAlone(map, element) {
  let used = false;
  element.addEventListener("pointerdown", () => (used = true));
  element.addEventListener("focusin", () => (used = true));
  element.addEventListener("pointerleave", () => (used = element.contains(document.activeElement)));
  element.addEventListener("focusout", () => (used = false));
  element.addEventListener("wheel", (event) => map.scrollWheelZoom[used || event.ctrlKey ? "enable" : "disable"](), { capture: true, passive: true });
}

/** One finger moves the page, two move the map; a map that fills the screen has no page beside it. In a frame there always is. */
function chooseFingers(map, element) {
  const fills = !FRAMED && element.clientHeight >= window.innerHeight * 0.9 && element.clientWidth >= window.innerWidth * 0.9;
  map.dragging[!TOUCH.matches || fills ? "enable" : "disable"]();
}
