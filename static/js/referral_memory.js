export const KEY = "verwijzing";
const A_WORKING_DAY = 8 * 60 * 60 * 1000;

/** What is filled in and chosen, for as long as this tab is open: coming back from a place finds it again. */
export class Memory {
  constructor(form) {
    this.form = form;
    this.works = storage() !== null;
  }

  get holds() {
    return Boolean(storage()?.getItem(KEY));
  }

  keep() {
    const fields = [...new FormData(this.form)].filter(([, value]) => value !== "");
    const answered = Boolean(this.form.querySelector("#antwoord"));
    const state = { fields, answered, from: location.search, at: Date.now() };
    try {
      storage()?.setItem(KEY, JSON.stringify(state));
    } catch (error) {
      if (error.name !== "QuotaExceededError") throw error;
    }
  }

  wipe() {
    storage()?.removeItem(KEY);
  }

  /** Fills in the form as it was left; true when there was an answer below it. */
  restore() {
    const state = this.state();
    if (!state) return false;
    this.fill(state.fields);
    return state.answered;
  }

  /** What was kept, or null when there is nothing or its time is over. */
  state() {
    const state = JSON.parse(storage()?.getItem(KEY) ?? "null");
    if (!state) return null;
    // Another bookmark is another beginning, and yesterday's client is not today's.
    const otherBookmark = location.search !== "" && location.search !== state.from;
    if (!otherBookmark && Date.now() - state.at <= A_WORKING_DAY) return state;
    this.wipe();
    return null;
  }

  fill(fields) {
    for (const field of this.form.querySelectorAll("#vragen :is(input, select)")) {
      const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
      if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
      else field.value = values[0] ?? "";
    }
    const asked = new Set([...this.form.elements].map(({ name }) => name));
    for (const [name, value] of fields) {
      if (!asked.has(name) || name === "plek") this.carry(name, value);
    }
  }

  /** What belongs to the answer (chosen places, lines for the sheet) travels unseen until there is one. */
  carry(name, value) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
    this.form.querySelector("#uitkomst").append(field);
  }
}

/** Null where the browser keeps nothing for us. */
function storage() {
  try {
    return window.sessionStorage;
  } catch (error) {
    if (error.name === "SecurityError") return null;
    throw error;
  }
}
