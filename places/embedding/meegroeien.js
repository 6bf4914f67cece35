// Lets the frames of one site grow with what is in them: it sets their height, and touches nothing else of this page.
(() => {
  const script = document.currentScript;
  if (!script) return; // Not by its own script element: then we cannot tell which frames are ours.
  const site = new URL(script.src).origin;
  const OURS = /^\/(en\/)?insluiten\/(kaart|lijst)\//;
  const LEAST = 100;
  const MOST = 20000;

  const isOurs = (frame) => {
    try {
      const { origin, pathname } = new URL(frame.src);
      return origin === site && OURS.test(pathname);
    } catch {
      return false; // No address, or none that can be read.
    }
  };
  const frames = () => [...document.querySelectorAll("iframe")].filter(isOurs);

  addEventListener("message", ({ data, origin, source }) => {
    // A frame in a sandbox has no origin of its own: "null".
    if (origin !== site && origin !== "null") return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || !data) return;
    if (data.huiskamers === "height" && Number.isFinite(data.height)) {
      frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), LEAST), MOST)}px`;
    }
    // Another page of a long list: begin where it begins.
    if (data.huiskamers === "top" && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  });

  // Frames that came before this script said their height to nobody.
  const ask = () => frames().forEach(({ contentWindow }) => contentWindow.postMessage({ huiskamers: "ask" }, "*"));
  ask();
  addEventListener("load", ask);
})();
