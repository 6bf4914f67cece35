const NEAR = 13;

/** The quiet ground of our own: water, areas (boundary, else only a name at the centre) and their names. */
export async function drawGround(L, map, url) {
  const ground = await fetchGround(url);
  if (!ground) return;
  const pane = map.createPane("ground");
  pane.style.zIndex = 150;
  const names = map.createPane("names");
  names.style.zIndex = 250;
  names.setAttribute("aria-hidden", "true");
  names.lang = "nl";

  const renderer = L.svg({ pane: "ground", padding: 1 });
  L.geoJSON(ground, {
    pane: "ground",
    renderer,
    interactive: false,
    style: ({ properties }) => ({ className: classOf(properties), renderer }),
    pointToLayer: ({ properties }, point) => name(L, properties, point),
    onEachFeature: ({ properties, geometry }) => {
      if (properties.label && geometry.type !== "Point") {
        const [lon, lat] = properties.label;
        name(L, properties, [lat, lon]).addTo(map);
      }
    },
  }).addTo(map);
  if (ground.attribution) map.attributionControl.addAttribution(ground.attribution);
  chooseNames(map);
  map.on("zoomend", () => chooseNames(map));
}

async function fetchGround(url) {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.json() : null;
  } catch (error) {
    if (error instanceof TypeError) return null; // No connection: the paper stays empty, the houses come when they can.
    throw error;
  }
}

function classOf({ soort }) {
  return soort === "water" ? "ground-water" : `ground-area ground-${soort}`;
}

function name(L, { soort, naam }, point) {
  const text = document.createElement("span");
  text.textContent = naam;
  const icon = L.divIcon({ className: `ground-label ground-label-${soort}`, html: text, iconSize: null });
  return L.marker(point, { icon, pane: "names", interactive: false, keyboard: false });
}

function chooseNames(map) {
  const near = map.getZoom() >= NEAR;
  map.getContainer().classList.toggle("map-near", near);
  map.getContainer().classList.toggle("map-far", !near);
}
