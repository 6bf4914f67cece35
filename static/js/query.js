const ABOUT_THE_LIST = ["bbox", "pagina", "sorteer"];

/** What the list was made with: the server leaves out of it what it could not read. */
export function query() {
  return new URLSearchParams(document.querySelector("#filters").dataset.query);
}

/** The filters that the map shares with the list. */
export function mapFilters() {
  const filters = query();
  for (const name of ABOUT_THE_LIST) filters.delete(name);
  return filters;
}

/** What a card depends on: the moment, and the point that distances are measured from. */
export function cardQuery() {
  const filters = query();
  return new URLSearchParams(["open", "bij"].filter((name) => filters.has(name)).map((name) => [name, filters.get(name)]));
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
