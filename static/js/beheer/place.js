import { startAddressSearch } from "./address.js";
import { startPaper } from "./paper.js";
import { startPin } from "./pin.js";

const form = document.getElementById("place_form");
const pin = startPin(form);
startPaper(form?.querySelector("[data-ground]"));
startAddressSearch(form, pin);
