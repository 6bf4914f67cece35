import { clusterMarker, houseMarker, lift, nameMarker, roughCircle } from "./houses.js";
import { bindCard } from "./popup.js";
import { spread } from "./spacing.js";
import { boundsOf, boxOf, boxText, cardQuery, mapFilters, sharedFilters } from "./query.js";

const QUIET = 150;
const CLOSE = 15;
const A_BUILDING = 1e-4;

/** The places of the current filters that lie in sight, kept up to date while the map moves. */
export class Places {
  constructor(L, map, start, sprite) {
    Object.assign(this, { L, map, start, sprite, shown: new Map() });
    map.on("moveend", () => this.refreshSoon());
  }

  refreshSoon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.refresh(), QUIET);
  }

  async refresh() {
    // A map that is not in sight has no box; it moves, and asks, when it comes into sight.
    if (this.map.getSize().x === 0) return;
    this.request?.abort();
    this.request = new AbortController();
    const sight = { bbox: boxText(boxOf(this.map.getBounds())), zoom: this.map.getZoom() };
    const features = await this.fetch(sight, this.request.signal);
    if (features) this.draw(features);
  }

  /** Bounds of everything that the filters leave, or null when none of it has a point. */
  async extent() {
    const features = (await this.fetch({})) ?? [];
    const bounds = this.L.latLngBounds([]);
    for (const { properties, geometry: { coordinates: [lon, lat] } } of features) {
      bounds.extend(properties.bbox ? boundsOf(properties.bbox) : [lat, lon]);
    }
    return bounds.isValid() ? bounds : null;
  }

  /** What a house looks like; when that changes it is drawn anew. */
  look({ properties }) {
    return JSON.stringify([properties, this.map.getZoom() >= CLOSE]);
  }

  element(slug) {
    return this.shown.get(slug)?.marker.getElement();
  }

  async fetch(sight, signal) {
    const query = mapFilters();
    for (const [name, value] of Object.entries(sight)) query.set(name, value);
    try {
      const answer = await fetch(`${this.start.data_url}?${query}`, { signal });
      return answer.ok ? (await answer.json()).features : null;
    } catch (error) {
      // Overtaken by a newer question, or no connection: what is drawn stays.
      if (error.name === "AbortError" || error instanceof TypeError) return null;
      throw error;
    }
  }

  /** Keeps what is there already, so that an open card and the focus stay where they are. */
  draw(features) {
    const next = new Map(features.map((feature) => [keyOf(feature), feature]));
    for (const [key, { layer, look }] of this.shown) {
      if (next.has(key) && look === this.look(next.get(key))) continue;
      layer.remove();
      this.shown.delete(key);
    }
    for (const [key, feature] of next) {
      if (!this.shown.has(key)) this.shown.set(key, this.add(feature));
    }
    this.makeRoom();
  }

  /** Moves houses a few pixels where they would cover each other. */
  makeRoom() {
    const shown = [...this.shown.values()];
    const middles = shown.map(({ point, lift }) => this.map.latLngToLayerPoint(point).subtract([0, lift]));
    spread(middles).forEach(({ x, y }, index) => {
      const { marker, lift } = shown[index];
      marker.setLatLng(this.map.layerPointToLatLng([x, y + lift]));
    });
  }

  add({ properties, geometry: { coordinates: [lon, lat] } }) {
    const one = { ...properties, point: [lat, lon] };
    const marker = one.aantal ? this.cluster(one) : this.house(one);
    const layer = this.L.layerGroup([marker]);
    if (one.precisie === "straat" && this.map.getZoom() >= CLOSE) layer.addLayer(roughCircle(this.L, one.point));
    layer.addTo(this.map);
    return { marker, layer, look: this.look({ properties }), point: one.point, lift: lift(marker) };
  }

  house(place) {
    const { labels } = this.start;
    const roughly = place.precisie === "straat" ? `, ${labels.roughly}` : "";
    const text = labels.marker.replace("{naam}", place.naam).replace("{staat}", labels.states[place.staat]);
    const marker = nameMarker(houseMarker(this.L, this.sprite, place), text + roughly);
    return bindCard(this.map, marker, () => `${this.start.card_url.replace("{slug}", place.slug)}?${cardQuery()}`, labels);
  }

  cluster(cluster) {
    const { labels } = this.start;
    const [west, south, east, north] = cluster.bbox;
    const wide = Math.max(east - west, north - south) > A_BUILDING && this.map.getZoom() < this.map.getMaxZoom();
    const label = (wide ? labels.cluster : labels.cluster_list).replace("{aantal}", cluster.aantal);
    const marker = nameMarker(clusterMarker(this.L, this.sprite, cluster), label);
    const open = () => (wide ? this.zoomTo(cluster) : this.list(cluster));
    marker.on("click", open);
    return marker.on("keypress", ({ originalEvent }) => originalEvent.key === "Enter" && open());
  }

  zoomTo({ bbox, point }) {
    const zoom = Math.max(this.map.getBoundsZoom(boundsOf(bbox)), this.map.getZoom() + 1);
    const centre = this.L.latLngBounds(boundsOf(bbox)).getCenter();
    this.map.setView(centre ?? point, Math.min(zoom, this.map.getMaxZoom()));
  }

  list({ bbox: [west, south, east, north] }) {
    const query = sharedFilters();
    query.set("bbox", boxText([west - A_BUILDING, south - A_BUILDING, east + A_BUILDING, north + A_BUILDING]));
    location.assign(`${this.start.list_url}?${query}`);
  }
}

/** What is the same from one answer to the next: a place, or a cluster of as many in the same box. */
function keyOf({ properties: { slug, aantal, bbox } }) {
  return slug ?? `${aantal}@${bbox}`;
}
