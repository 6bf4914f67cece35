const PATIENCE = 3000;

/** Lay the tiles over the drawn ground, but only once a first one has really come: else the ground is the map. Says which. */
export async function layTiles(L, map, start) {
  if (!start.tiles_url || !(await arrives(tileInSight(L, map, start.tiles_url)))) return false;
  L.tileLayer(start.tiles_url, {
    attribution: start.attribution,
    minZoom: start.min_zoom,
    maxZoom: start.max_zoom,
  }).addTo(map);
  map.getContainer().classList.add("map-tiled");
  return true;
}

function tileInSight(L, map, url) {
  const { x, y } = map.project(map.getCenter()).divideBy(256).floor();
  return L.Util.template(url, { x, y, z: map.getZoom() });
}

function arrives(address) {
  return new Promise((resolve) => {
    const tile = new Image();
    const giveUp = setTimeout(() => {
      tile.src = ""; // Stops asking; the page need not wait for it either.
      resolve(false);
    }, PATIENCE);
    const answer = (came) => () => {
      clearTimeout(giveUp);
      resolve(came);
    };
    tile.addEventListener("load", answer(true));
    tile.addEventListener("error", answer(false));
    tile.src = address;
  });
}
