const MOST = 5;

/** Says how many places are chosen, and when that is more than fit on the sheet. */
export function countChosen(form) {
  const words = form.querySelector("#gekozen");
  if (!words) return;
  const number = form.querySelectorAll("input[name=plek]:checked").length;
  const { none, one, some, many } = words.dataset;
  const said = number === 0 ? none : number === 1 ? one : number > MOST ? many : some;
  const text = said.replace("{n}", number);
  if (text !== words.textContent) words.textContent = text; // What is not new is not heard again.
  words.classList.toggle("field-error", number > MOST);
}
