import { exchange } from "./referral_exchange.js";

/** The tools and the sheet, which are new with every change; what they lie on is not. */
export class Desk {
  constructor(root) {
    this.root = root;
    this.message = document.querySelector("#sheet-message");
    this.done = document.querySelector("#sheet-done");
  }

  get form() {
    return this.find("#verwijzing");
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  /** Sends what was pressed, says what it did, and brings the hand back to where it was. */
  async change(pressed) {
    const at = this.places.indexOf(pressed?.closest("fieldset"));
    const field = document.activeElement.id;
    this.done.textContent = "";
    if (!(await this.send(new FormData(this.form, pressed)))) return false;
    this.done.textContent = this.form.dataset.done || this.done.dataset.done;
    this.returnTo(at, field).focus();
    return true;
  }

  /** Makes the sheet again from what was kept, and says which page it has become. */
  async restore(fields) {
    if (!(await this.send(fields))) return false;
    this.done.textContent = this.find("h1").textContent;
    return true;
  }

  send(fields) {
    const { root, message } = this;
    return exchange({ address: location.pathname, fields, whole: root, parts: [root], message });
  }

  get places() {
    return [...this.root.querySelectorAll("fieldset")];
  }

  /** The button that moved a place; the place that came for one that went; the field. */
  returnTo(at, field) {
    const places = this.places;
    return (
      this.find("[data-autofocus]") ??
      places[Math.min(at, places.length - 1)] ??
      (field ? this.find(`#${CSS.escape(field)}`) : null) ??
      this.find("h1")
    );
  }
}
