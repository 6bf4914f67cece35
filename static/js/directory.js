import { startLinks } from "./links.js";
import { startLocation } from "./location.js";
import { startSearch } from "./search.js";
import { startSwitch } from "./switch.js";

const form = document.querySelector("#zoeken");
const mapElement = document.querySelector("#map");

startSearch(form, document.querySelector("#search-message"));
startLinks(form, document.querySelector("#results"));
startLocation(document.querySelector("#nearby"), document.querySelector("#search-message"), (here) => {
  form.elements.bij.value = here;
  form.querySelector("#dichtbij").open = true;
  form.requestSubmit();
});
startSwitch(document.querySelector("#view-switch"), document.querySelector(".directory"));

// The map's scripts are fetched only when the map comes into sight: on a phone that may be never.
new IntersectionObserver(async ([entry], observer) => {
  if (!entry.isIntersecting) return;
  observer.disconnect();
  const { startDirectoryMap } = await import("./directory_map.js");
  startDirectoryMap(form, mapElement);
}).observe(mapElement);
