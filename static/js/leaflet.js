let loading;

/** Leaflet is an old-style script: load it and its style once, and hand over its global. */
export function loadLeaflet({ leafletScript, leafletStyle }) {
  loading ??= Promise.all([append("link", { rel: "stylesheet", href: leafletStyle }), append("script", { src: leafletScript })]);
  return loading.then(() => window.L);
}

function append(tag, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Error(`Not loaded: ${element.src ?? element.href}`)));
    document.head.prepend(element);
  });
}
