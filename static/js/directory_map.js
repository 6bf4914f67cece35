import { openMap } from "./map.js";
import { Places } from "./places.js";
import { boxOf, boxText, chosenBox, herePoint } from "./query.js";

const NEARBY = 15;

/** The directory's map: follows the list, and lets the list follow it. */
export async function startDirectoryMap(form, element) {
  const results = document.querySelector("#results");
  const { map, follow } = await startMap(element, results);
  follow(true);

  let following;
  results.addEventListener("htmx:afterSettle", () => {
    clearTimeout(following);
    following = setTimeout(follow, 50);
  });
  offerThisArea(map, form, document.querySelector("#map-search"));
}

/** A map beside the cards in `results`; `follow` shows what the list was made with. */
export async function startMap(element, results) {
  const start = JSON.parse(document.querySelector("#map-start").textContent);
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", start.labels.map);
  const { L, map } = await openMap(element, start);
  const places = new Places(L, map, start, element.dataset.houses);
  const marks = L.layerGroup().addTo(map);
  Object.assign(map.createPane("here").style, { zIndex: 640, pointerEvents: "none" });
  pointOut(L, map, places, results);

  const follow = async (first = false) => {
    markChosen(L, marks, start.labels);
    const target = await whereToLook(L, map, places, first);
    if (target) map.fitBounds(target, { maxZoom: NEARBY, padding: [40, 40] });
    places.refreshSoon();
  };
  return { map, follow };
}

/** Bounds to move to, or null when the view may stay: it only moves when nothing found is in sight. */
async function whereToLook(L, map, places, first) {
  const here = herePoint();
  if (first && chosenBox()) return L.latLngBounds(chosenBox());
  if (here && (first || !map.getBounds().pad(-0.3).contains(here))) return L.latLng(here).toBounds(2000);
  const extent = await places.extent();
  return extent && (first || !map.getBounds().intersects(extent)) ? extent : null;
}

/** The point one looks from, and the box one chose. */
function markChosen(L, marks, labels) {
  marks.clearLayers();
  const here = herePoint();
  if (here) {
    const dot = L.circleMarker(here, { radius: 9, className: "map-here", interactive: false, pane: "here" });
    dot.bindTooltip(labels.here, { permanent: true, direction: "top", offset: [0, -8] }).addTo(marks);
  }
  if (chosenBox()) L.rectangle(chosenBox(), { className: "map-box", interactive: false }).addTo(marks);
}

/** Pointing at a card shows its house; one that is hidden in a cluster is circled on its spot. */
function pointOut(L, map, places, results) {
  const ring = L.circleMarker([0, 0], { radius: 26, className: "map-shown", interactive: false });
  let shown;
  const show = ({ target }) => {
    const card = target.closest("[data-slug]");
    if (!card) return;
    shown = places.element(card.dataset.slug);
    if (shown) shown.classList.add("map-house-shown");
    else if (card.dataset.lat) ring.setLatLng([Number(card.dataset.lat), Number(card.dataset.lon)]).addTo(map);
  };
  const hide = () => {
    shown?.classList.remove("map-house-shown");
    ring.remove();
  };
  for (const name of ["pointerover", "focusin"]) results.addEventListener(name, show);
  for (const name of ["pointerout", "focusout"]) results.addEventListener(name, hide);
}

function offerThisArea(map, form, button) {
  let byHand = false;
  map.on("dragstart", () => (byHand = true));
  map.getContainer().addEventListener("wheel", () => (byHand = true), { passive: true });
  map.getContainer().addEventListener("keydown", () => (byHand = true));
  map.on("moveend", () => {
    if (byHand) button.hidden = false;
  });
  button.addEventListener("click", () => {
    form.elements.bbox.value = boxText(boxOf(map.getBounds()));
    form.requestSubmit();
    button.hidden = true;
    byHand = false;
  });
}
