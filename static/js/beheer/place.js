import { startAddressSearch } from "./address.js";
import { startPin } from "./pin.js";

const form = document.getElementById("place_form");
const pin = startPin(form);
startAddressSearch(form, pin);
