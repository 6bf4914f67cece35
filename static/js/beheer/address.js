const PAUSE = 300;
const FIELDS = ["street", "house_number", "postcode", "city"];

/** Typing asks our own server for addresses; choosing one fills the fields and puts the pin. */
export function startAddressSearch(form, pin) {
  const box = form?.querySelector("[data-address-search]");
  if (!box) return;
  const [query, message, choices] = ["input", ".address-message", ".address-choices"].map((part) => box.querySelector(part));
  const said = box.dataset;
  let pause;
  let asking;

  async function ask(parameters) {
    asking?.abort();
    asking = new AbortController();
    const answer = await fetch(`${said.addressSearch}?${new URLSearchParams(parameters)}`, { signal: asking.signal });
    if (answer.redirected) throw new Error(said.loggedOut);
    const found = await answer.json();
    if (found.message || !answer.ok) throw new Error(found.message ?? said.away);
    return found;
  }

  function attempt(work) {
    work().catch((error) => {
      if (error.name === "AbortError") return;
      choices.replaceChildren();
      message.textContent = error instanceof TypeError || error instanceof SyntaxError ? said.away : error.message;
    });
  }

  async function search() {
    const text = query.value.trim();
    if (text.length < 3) return show([], "");
    const { suggestions } = await ask({ q: text });
    show(suggestions, suggestions.length ? said.found : said.none);
  }

  function show(suggestions, words) {
    message.textContent = words;
    choices.replaceChildren(...suggestions.map(choice));
  }

  function choice({ id, label }) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    button.addEventListener("click", () => attempt(() => choose(id)));
    const line = document.createElement("li");
    line.append(button);
    return line;
  }

  async function choose(id) {
    const found = await ask({ id });
    for (const name of FIELDS) form.elements[name].value = found[name];
    const { area, location_precision: precision } = form.elements;
    if ([...area.options].some((option) => option.value === String(found.area))) area.value = found.area;
    if (found.lat !== null) {
      pin.put([found.lat, found.lon]);
      precision.value = "adres";
    }
    show([], said.filled);
    query.focus();
  }

  query.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => attempt(search), PAUSE);
  });
  query.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    clearTimeout(pause);
    attempt(search);
  });
  box.hidden = false;
}
