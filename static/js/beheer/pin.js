const STEPS = { ArrowUp: [0, -2], ArrowDown: [0, 2], ArrowLeft: [-2, 0], ArrowRight: [2, 0] };
const CLOSE = 17;

/** The pin on django-leaflet's map: drag it, tap the map, or use the arrow keys. Its field and the precision follow. */
export function startPin(form) {
  const tools = form?.querySelector(".pin-tools");
  const pin = { put: () => {} };
  if (!tools) return pin;
  window.addEventListener("map:init", ({ detail: { map } }) => {
    map.on("map:loadfield", ({ field }) => Object.assign(pin, pinOn(map, field, form, tools)));
  });
  return pin;
}

function pinOn(map, field, form, tools) {
  const precision = form.elements.location_precision;
  let marker;

  function put(latLng) {
    marker ??= made(latLng);
    marker.setLatLng(latLng);
    keep();
  }

  function made(latLng) {
    const icon = L.divIcon({ className: "pin", iconSize: [32, 32], iconAnchor: [16, 31] });
    const made = L.marker(latLng, { icon, draggable: true, autoPan: true, alt: tools.dataset.pin, title: tools.dataset.pin });
    field.drawnItems.addLayer(made);
    made.getElement().setAttribute("aria-label", tools.dataset.pin);
    made.on("dragend", keep);
    made.getElement().addEventListener("keydown", step);
    return made;
  }

  function step(event) {
    const offset = STEPS[event.key];
    if (!offset) return;
    event.preventDefault();
    event.stopPropagation();
    put(map.containerPointToLatLng(map.latLngToContainerPoint(marker.getLatLng()).add(offset)));
  }

  function keep() {
    field.store.save(field.drawnItems);
    if (!["adres", "straat"].includes(precision.value)) precision.value = "adres";
    tools.hidden = false;
  }

  function remove() {
    field.drawnItems.clearLayers();
    field.store.save(field.drawnItems);
    marker = undefined;
    precision.value = form.elements.area.value ? "wijk" : "onbekend";
    tools.hidden = true;
    precision.focus();
  }

  const [drawn] = field.drawnItems.getLayers();
  if (drawn) {
    const latLng = drawn.getLatLng();
    field.drawnItems.clearLayers();
    marker = made(latLng);
    map.setView(latLng, CLOSE);
  }
  map.on("click", ({ latlng }) => put(latlng));
  tools.querySelector("button").addEventListener("click", remove);
  form.querySelector(".field-location .leaflet-container").after(tools);
  tools.hidden = !marker;
  return {
    put([latitude, longitude]) {
      put(L.latLng(latitude, longitude));
      map.setView(marker.getLatLng(), CLOSE);
    },
  };
}
