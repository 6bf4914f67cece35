import { KEY, Memory } from "./referral_memory.js";

/** Keeps what is typed for the sheet with what was asked, so that the answer is found again. */
export class SheetMemory extends Memory {
  constructor(desk) {
    super(null);
    this.desk = desk;
  }

  keep() {
    if (!this.works) return;
    const asked = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    this.form = this.desk.form;
    super.keep();
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (!kept) return;
    sessionStorage.setItem(KEY, JSON.stringify({ ...kept, answered: true, from: asked?.from ?? "" }));
  }

  /** The names and values of the form as it was left, or null. */
  fields() {
    return this.state()?.fields ?? null;
  }
}
