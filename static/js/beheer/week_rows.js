// The rows of one formset: read, added and ticked off, in the way Django counts them.
export class Rows {
  constructor(box, prefix) {
    this.box = box;
    this.prefix = prefix;
    this.total = box.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
    this.most = Number(box.querySelector(`[name="${prefix}-MAX_NUM_FORMS"]`).value);
    this.template = box.querySelector("template[data-row]");
  }

  /** The rows that will be there after saving; of one day, or all. */
  staying(weekday = null) {
    return this.all().filter((row) =>
      this.isFilled(row) && !this.field(row, "DELETE")?.checked
      && (weekday === null || this.field(row, "weekday").value === weekday));
  }

  all() {
    return [...this.box.querySelectorAll(".hours-row")];
  }

  field(row, name) {
    return row.querySelector(`[name^="${this.prefix}-"][name$="-${name}"]`);
  }

  isFilled(row) {
    return ["opens", "first_day"].some((name) => this.field(row, name)?.value);
  }

  /** What somebody filled in, by name; not which row of the database it is. */
  values(row) {
    const own = [...row.querySelectorAll("[name]")].map((input) => [this.nameOf(input), input.value]);
    return Object.fromEntries(own.filter(([name]) => !["id", "place", "DELETE"].includes(name)));
  }

  /** A new row with these values, in its day; null when there are as many as there may be. */
  add(values) {
    const number = Number(this.total.value);
    if (number >= this.most) {
      this.box.querySelector(".week-full").hidden = false;
      return null;
    }
    const row = this.template.content.firstElementChild.cloneNode(true);
    for (const element of row.querySelectorAll("*")) this.number(element, number);
    this.total.value = number + 1;
    this.home(values.weekday).append(row);
    for (const [name, value] of Object.entries(values)) {
      const input = this.field(row, name);
      if (input) input.value = value;
    }
    return row;
  }

  /** Ticked off; what it was can still be seen, and unticked, until the form is saved. */
  remove(row) {
    this.field(row, "DELETE").checked = true;
  }

  home(weekday) {
    const day = weekday === undefined ? this.box : this.box.querySelector(`[data-day="${weekday}"]`);
    return day.querySelector(".hours-rows");
  }

  nameOf(input) {
    return input.name.replace(/^.*-(?:\d+|__prefix__)-/, "");
  }

  number(element, number) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes("__prefix__")) element.setAttribute(name, value.replaceAll("__prefix__", number));
    }
  }
}
