import { drawGround } from "../ground.js";

/** Water, areas and their names under django-leaflet's map, so that one can set a pin before the tiles come, or without them. */
export function startPaper(search) {
  if (!search) return;
  window.addEventListener("map:init", ({ detail: { map } }) => {
    const container = map.getContainer();
    map.eachLayer((layer) => layer.on("tileload", () => container.classList.add("map-tiled")));
    drawGround(L, map, search.dataset.ground);
  });
}
