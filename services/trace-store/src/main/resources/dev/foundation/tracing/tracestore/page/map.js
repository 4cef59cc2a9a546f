// Which service calls which, how often and how well.

import { html, nothing, svg } from 'lit';
import { fetchMap } from './api.js';
import { colour } from './colours.js';
import { PageElement } from './element.js';
import { count, duration, perMinute, plural } from './format.js';
import { layOut } from './layers.js';
import { poll } from './poll.js';
import { quoted } from './traceql.js';
import { vars } from './vars.js';

const SIZE = { width: 192, height: 62, down: 30, thin: 26 };
// Between columns: a label has to fit in, and the map into the window if it can.
const LEAST_ACROSS = 84;
const MOST_ACROSS = 170;
const MARGIN = 32;
const ABOUT = 300;
const WINDOWS = [['', 'All traces'], ['5', 'Last 5 minutes'], ['15', 'Last 15 minutes'], ['60', 'Last hour']];
// So that the question stays the same for a while, and the store can say that nothing changed.
const ROUND_MILLIS = 10_000;
const KINDS = { database: 'database', messaging: 'messaging', outer: 'outside', service: 'service' };

export class ServiceMap extends PageElement {
  static properties = { map: { state: true }, chosen: { state: true }, window: { state: true }, connected: { state: true } };

  constructor() {
    super();
    this.window = '';
    this.chosen = null;
    this.connected = true;
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Service map';
    this.watcher = new ResizeObserver(() => { if (this.map) { this.arrange(); this.requestUpdate(); } });
    this.watcher.observe(this);
    this.polling = poll((signal) => this.refresh(signal));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher.disconnect();
    this.polling.stop();
  }

  async refresh(signal) {
    try {
      this.take(await fetchMap(this.parameters(), signal));
      this.connected = true;
    } catch (error) {
      if (error.name !== 'AbortError') this.connected = false;
    }
    return true;
  }

  parameters() {
    if (!this.window) return new URLSearchParams();
    const from = Math.floor((Date.now() - Number(this.window) * 60_000) / ROUND_MILLIS) * ROUND_MILLIS;
    return new URLSearchParams({ from });
  }

  take(map) {
    this.map = map;
    this.arrange();
  }

  arrange() {
    const { nodes, edges } = this.map;
    const width = this.chosen ? this.clientWidth - ABOUT : this.clientWidth;
    const columns = Math.round((layOut(nodes.length, edges, { ...SIZE, across: 0 }).width) / SIZE.width);
    const across = (width - 2 * MARGIN - columns * SIZE.width) / Math.max(1, columns - 1);
    this.layout = layOut(nodes.length, edges, { ...SIZE, across: Math.min(MOST_ACROSS, Math.max(LEAST_ACROSS, across)) });
  }

  render() {
    if (!this.map) return this.connected ? nothing : html`<div class="message" role="alert"><h1>The store does not answer</h1>Trying again.</div>`;
    return html`
      <div class="map-head"><h1>Service map</h1>
        <select aria-label="Which traces" @change=${(event) => { this.window = event.target.value; this.polling.now(); }}>${WINDOWS.map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select>
        <span class="soft">${this.seen()}</span>
        ${this.connected ? nothing : html`<span class="error-text" role="alert">The store does not answer; trying again.</span>`}</div>
      ${this.map.nodes.length === 0 ? html`<div class="message"><h1>No services yet</h1>Services appear here once their traces are in the store.</div>` : html`
      <div class="map-body">
        <div class="map-scroll">${this.picture()}</div>
        ${this.about()}
        ${this.table()}
      </div>`}`;
  }

  seen() {
    const { traces, minutes, edgesLeftOut } = this.map;
    const left = edgesLeftOut > 0 ? `, the ${count(edgesLeftOut)} rarest calls left out` : '';
    return `${plural(traces, 'trace')} within ${duration(minutes * 60e9)}${left}`;
  }

  picture() {
    const { width, height, places, lines } = this.layout;
    return html`<div class="stage" role="group" aria-label="Services and their calls; the table has the same in words" ${vars({ '--width': `${width + 2 * MARGIN}px`, '--height': `${height + 2 * MARGIN}px` })}>
      <svg aria-hidden="true" width=${width + 2 * MARGIN} height=${height + 2 * MARGIN} viewBox="${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}">
        <defs>${['fine', 'failed', 'strong'].map((kind) => svg`<marker id=${`arrow-${kind}`} class=${kind} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 z"></path></marker>`)}</defs>
        ${this.map.edges.map((edge, index) => this.line(edge, lines[index]))}
      </svg>
      ${this.map.edges.map((edge, index) => this.label(edge, lines[index]))}
      ${this.map.nodes.map((node, index) => this.node(node, places[index]))}</div>`;
  }

  line(edge, line) {
    const kind = this.chosen === edgeKey(edge, this.map) ? 'strong' : edge.errors > 0 ? 'failed' : 'fine';
    return svg`<path class=${`edge ${edge.kind} ${kind}`} d=${curve(line)} stroke-width=${1.4 + Math.min(3, Math.log10(1 + edge.callsPerMinute))} marker-end=${`url(#arrow-${kind})`}></path>`;
  }

  label(edge, line) {
    const at = labelPlace(line);
    const key = edgeKey(edge, this.map);
    return html`<button type="button" class=${`edge-label ${edge.errors > 0 ? 'failed' : ''}`} aria-pressed=${String(this.chosen === key)} aria-label=${this.words(edge)}
      ${vars({ '--x': `${at.x + MARGIN}px`, '--y': `${at.y + MARGIN}px` })} @click=${() => this.choose(key)}>${edge.kind === 'link' ? 'linked' : perMinute(edge.callsPerMinute)}${edge.errors > 0 ? html` <b>${share(edge)}</b>` : nothing}</button>`;
  }

  node(node, place) {
    const key = nodeKey(node);
    return html`<button type="button" class=${`node ${node.kind}`} aria-pressed=${String(this.chosen === key)} @click=${() => this.choose(key)} title=${node.name}
      ${vars({ '--x': `${place.x + MARGIN}px`, '--y': `${place.y + MARGIN}px`, '--service': node.kind === 'service' ? colour(node.name) : null, '--share': node.calls ? `${(100 * node.errors) / node.calls}%` : '0%' })}>
      <span class="name">${node.kind === 'service' ? html`<span class="dot"></span>` : nothing}<b>${node.name || 'no service name'}</b></span>
      <span class="numbers">${node.calls === undefined ? KINDS[node.kind] : html`${perMinute(node.callsPerMinute)} · p95 ${duration(Number(node.p95Nanos))}`}${node.errors > 0 ? html` · <span class="error-text">${share(node)}</span>` : nothing}</span>
    </button>`;
  }

  choose(key) {
    this.chosen = this.chosen === key ? null : key;
    this.arrange();
  }

  words(edge) {
    const verb = { call: 'calls', message: 'sends to', link: 'is linked from' }[edge.kind];
    return `${this.name(edge.from)} ${verb} ${this.name(edge.to)}: ${perMinute(edge.callsPerMinute)}, ${share(edge)} errors, half within ${duration(Number(edge.p50Nanos))}, 95 % within ${duration(Number(edge.p95Nanos))}`;
  }

  name(index) {
    return this.map.nodes[index].name || 'no service name';
  }

  about() {
    const node = this.map.nodes.find((each) => nodeKey(each) === this.chosen);
    const edge = this.map.edges.find((each) => edgeKey(each, this.map) === this.chosen);
    if (!node && !edge) return nothing;
    const query = edge ? edgeQuery(edge, this.map) : node.kind === 'service' ? serviceIs(node.name) : null;
    return html`<aside class="map-about" aria-label="What is chosen">
      <div class="head"><h2>${edge ? html`${this.name(edge.from)} <span class="soft">→</span> ${this.name(edge.to)}` : this.nameOf(node)}</h2><button type="button" class="quiet" aria-label="Close" @click=${() => this.choose(this.chosen)}>✕</button></div>
      ${numbers(edge ?? node)}
      ${query ? html`<p><a class="button" href=${`/?${new URLSearchParams({ q: query })}`}>Show these traces</a></p><code>${query}</code>` : nothing}</aside>`;
  }

  nameOf(node) {
    return node.name || 'no service name';
  }

  table() {
    return html`<div class="map-table"><table class="calls" aria-label="Calls between services"><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">How</th>
      <th scope="col" class="number">Calls</th><th scope="col" class="number">Rate</th><th scope="col" class="number">Errors</th><th scope="col" class="number">p50</th><th scope="col" class="number">p95</th></tr></thead>
      <tbody>${this.map.edges.map((edge) => this.tableRow(edge))}</tbody></table></div>`;
  }

  tableRow(edge) {
    const key = edgeKey(edge, this.map);
    return html`<tr class=${this.chosen === key ? 'picked' : ''} @click=${() => this.choose(key)}><td>${this.name(edge.from)}</td><td>${this.name(edge.to)}</td><td class="soft">${edge.kind}</td>
      <td class="number">${count(edge.calls)}</td><td class="number">${perMinute(edge.callsPerMinute)}</td><td class="number">${edge.errors > 0 ? html`<span class="error-text">${count(edge.errors)} (${share(edge)})</span>` : '–'}</td>
      <td class="number">${duration(Number(edge.p50Nanos))}</td><td class="number">${duration(Number(edge.p95Nanos))}</td></tr>`;
  }
}

function numbers(traffic) {
  if (traffic.calls === undefined) return html`<p class="soft">It records no spans itself: it is known from those who call it.</p>`;
  const rows = [['calls', count(traffic.calls)], ['rate', perMinute(traffic.callsPerMinute)], ['errors', `${count(traffic.errors)} (${share(traffic)})`], ['half within', duration(Number(traffic.p50Nanos))], ['95 % within', duration(Number(traffic.p95Nanos))]];
  return html`<dl class="kv">${rows.map(([key, value]) => html`<dt>${key}</dt><dd>${value}</dd>`)}</dl>`;
}

function share({ errors, calls }) {
  const percent = (100 * errors) / calls;
  return `${percent > 0 && percent < 1 ? '<1' : Math.round(percent)} %`;
}

function nodeKey({ kind, name }) {
  return JSON.stringify([kind, name]);
}

function edgeKey({ from, to, kind }, { nodes }) {
  return JSON.stringify([kind, nodeKey(nodes[from]), nodeKey(nodes[to])]);
}

function serviceIs(name) {
  return `{ resource.service.name = ${quoted(name)} }`;
}

// Whoever records no spans is found by what its callers say.
function edgeQuery({ from, to, kind }, { nodes }) {
  if (kind === 'link') return serviceIs(nodes[to].name);
  if (nodes[to].kind === 'service') return `${serviceIs(nodes[from].name)} > ${serviceIs(nodes[to].name)}`;
  return `{ resource.service.name = ${quoted(nodes[from].name)} && kind = ${kind === 'message' ? 'producer' : 'client'} }`;
}

function curve({ points, back }) {
  if (back) return `M${points.map(({ x, y }) => `${x} ${y}`).join(' L')}`;
  let path = `M${points[0].x} ${points[0].y}`;
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    const bend = (to.x - from.x) / 2;
    path += from.y === to.y ? ` L${to.x} ${to.y}` : ` C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
  }
  return path;
}

function labelPlace({ points }) {
  const middle = Math.floor((points.length - 1) / 2);
  const [from, to] = [points[middle], points[middle + 1]];
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

customElements.define('service-map', ServiceMap);
