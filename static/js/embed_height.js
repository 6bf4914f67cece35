const root = document.documentElement;

/** Tells the page around us; whoever it is may know how tall we are. */
function tell(message) {
  parent.postMessage(message, "*");
}

function tellHeight() {
  tell({ huiskamers: "height", height: Math.ceil(root.getBoundingClientRect().height) });
}

if (parent !== window) {
  new ResizeObserver(tellHeight).observe(root);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.huiskamers === "ask") tellHeight();
  });
  // The next page of the list begins at its top, which may be far above the link that leads there.
  document.addEventListener("click", ({ target }) => {
    if (target.closest(".pages a")) tell({ huiskamers: "top" });
  });
}
