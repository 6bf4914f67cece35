const ABOUT_THE_LIST = ["bbox", "pagina", "sorteer"];

/** What the list was made with: the server leaves out of it what it could not read. */
export function query() {
  return new URLSearchParams(document.querySelector("#filters").dataset.query);
}

/** The filters that the map shares with the list. */
export function sharedFilters() {
  const filters = query();
  for (const name of ABOUT_THE_LIST) filters.delete(name);
  return filters;
}

/** The same for the map's data: what was typed as a place is looked up once, for the list. */
export function mapFilters() {
  const filters = sharedFilters();
  if (filters.has("straal")) filters.set("bij", hereText());
  else filters.delete("bij");
  return filters;
}

/** What a card depends on: the moment, and the point that distances are measured from. */
export function cardQuery() {
  const asked = query();
  const filters = new URLSearchParams();
  if (asked.has("open")) filters.set("open", asked.get("open"));
  if (asked.has("bij")) filters.set("bij", hereText());
  return filters;
}

/** The point that one looks from as [latitude, longitude], or null. */
export function herePoint() {
  const here = document.querySelector("#here");
  return here && [Number(here.dataset.lat), Number(here.dataset.lon)];
}

function hereText() {
  return herePoint().join(",");
}

/** The box that was chosen as Leaflet bounds, or null. */
export function chosenBox() {
  const box = query().get("bbox");
  return box && boundsOf(box.split(",").map(Number));
}

export function boundsOf([west, south, east, north]) {
  return [[south, west], [north, east]];
}

export function boxText([west, south, east, north]) {
  return [west, south, east, north].map((side) => side.toFixed(5)).join(",");
}

export function boxOf(bounds) {
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}
