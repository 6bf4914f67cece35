const ABOUT_THE_LIST = ["bbox", "pagina", "sorteer"];

/** The filters in the page's address that the map shares with the list. */
export function mapFilters(search = location.search) {
  const filters = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(search)) {
    if (value && !ABOUT_THE_LIST.includes(name)) filters.append(name, value);
  }
  return filters;
}

/** The box of the page's address as Leaflet bounds, or null. */
export function chosenBox(search = location.search) {
  const sides = new URLSearchParams(search).get("bbox")?.split(",").map(Number) ?? [];
  return sides.length === 4 && sides.every(Number.isFinite) ? boundsOf(sides) : null;
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
