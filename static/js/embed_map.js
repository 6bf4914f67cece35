const element = document.querySelector("#map");

// Nothing found: no map either.
if (element) start();

function start() {
  const fold = document.querySelector("#fold");
  for (const one of document.querySelectorAll("[data-with-map]")) one.hidden = false;
  if (!("stays" in fold.dataset)) fold.open = false;
  document.querySelector(".skip-link").addEventListener("click", () => (fold.open = true));
  keepRoom();
  new IntersectionObserver(([entry], observer) => {
    if (!entry.isIntersecting) return;
    observer.disconnect();
    draw(fold);
  }).observe(element);
}

async function draw(fold) {
  try {
    const { startMap } = await import("./directory_map.js");
    const { follow } = await startMap(element, document.querySelector("#results"));
    follow(true);
  } catch (error) {
    fold.open = true; // The list says the same.
    throw error;
  }
}

/** The map takes the height that the frame was given; once, else a frame that grows would grow its map for ever. */
function keepRoom() {
  if (innerHeight > 0) document.documentElement.style.setProperty("--room", `${innerHeight}px`);
  else addEventListener("resize", keepRoom, { once: true });
}
