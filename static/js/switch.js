const PHONE = matchMedia("(max-width: 59.99rem)");

/** List or map, by one thumb. What lies under the map can then not be reached by keyboard either. */
export function startSwitch(switcher, directory) {
  const covered = document.querySelectorAll(".site-header, .site-footer, .directory-list");
  const show = (view) => {
    directory.dataset.view = view;
    for (const element of covered) element.inert = view === "map";
    for (const button of switcher.children) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
  };
  switcher.hidden = false;
  switcher.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) show(button.dataset.view);
  });
  PHONE.addEventListener("change", () => show("list"));
}
