import { KEY, Memory } from "./referral_memory.js";

/** Keeps what is typed for the sheet with what was asked, so that the answer is found again. */
export class SheetMemory extends Memory {
  keep() {
    if (!this.works) return;
    const asked = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    super.keep();
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (!kept) return;
    sessionStorage.setItem(KEY, JSON.stringify({ ...kept, answered: true, from: asked?.from ?? "" }));
  }
}
