// The picture of the service map.

import { html, nothing, svg } from 'lit';
import { colour } from '../base/colours.js';
import { PageElement } from '../base/element.js';
import { duration, perMinute } from '../base/format.js';
import { layOut } from './layers.js';
import { edgeKey, nameOf, nodeKey, sentence, share } from './traffic.js';
import { vars } from '../base/vars.js';

const SIZE = { width: 192, height: 62, down: 30, thin: 26 };
// Between columns: a label has to fit in, and the map into the window if it can.
const LEAST_ACROSS = 96;
const MOST_ACROSS = 170;
const MARGIN = 24;
const OUTSIDE = { database: 'database', messaging: 'messaging', outer: 'outside' };

export class MapStage extends PageElement {
  static properties = { map: { attribute: false }, chosen: { attribute: false }, width: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.watcher = new ResizeObserver(() => { this.width = this.clientWidth; });
    this.watcher.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher.disconnect();
  }

  willUpdate() {
    const { nodes, edges } = this.map;
    const columns = Math.round(layOut(nodes.length, edges, { ...SIZE, across: 0 }).width / SIZE.width);
    const across = ((this.width ?? 0) - 2 * MARGIN - columns * SIZE.width) / Math.max(1, columns - 1);
    this.layout = layOut(nodes.length, edges, { ...SIZE, across: Math.min(MOST_ACROSS, Math.max(LEAST_ACROSS, across)) });
  }

  render() {
    const { places, lines } = this.layout;
    const [width, height] = [this.layout.width + 2 * MARGIN, this.layout.height + 2 * MARGIN];
    return html`<div class="stage" role="group" aria-label="Services and their calls; the table has the same in words" ${vars({ '--width': `${width}px`, '--height': `${height}px` })}>
      <svg aria-hidden="true" width=${width} height=${height} viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}">
        <defs>${['fine', 'failed', 'strong'].map((kind) => svg`<marker id=${`arrow-${kind}`} class=${kind} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 z"></path></marker>`)}</defs>
        ${this.map.edges.map((edge, index) => this.line(edge, lines[index]))}
      </svg>
      ${this.map.edges.map((edge, index) => this.label(edge, labelPlace(lines[index])))}
      ${this.map.nodes.map((node, index) => this.node(node, places[index]))}</div>`;
  }

  line(edge, line) {
    const kind = this.chosen === edgeKey(edge, this.map) ? 'strong' : edge.errors > 0 ? 'failed' : 'fine';
    return svg`<path class=${`edge ${edge.kind} ${kind}`} d=${curve(line)} stroke-width=${1.4 + Math.min(3, Math.log10(1 + edge.callsPerMinute))} marker-end=${`url(#arrow-${kind})`}></path>`;
  }

  label(edge, place) {
    const key = edgeKey(edge, this.map);
    return html`<button type="button" class=${`edge-label ${edge.errors > 0 ? 'failed' : ''}`} aria-pressed=${String(this.chosen === key)} aria-label=${sentence(edge, this.map)}
      ${vars(at(place))} @click=${() => this.choose(key)}>${edge.kind === 'link' ? 'linked' : perMinute(edge.callsPerMinute)}${edge.errors > 0 ? html` <b>${share(edge)}</b>` : nothing}</button>`;
  }

  node(node, place) {
    const key = nodeKey(node);
    const service = node.kind === 'service';
    return html`<button type="button" class=${`node ${node.kind}`} aria-pressed=${String(this.chosen === key)} title=${nameOf(node)} @click=${() => this.choose(key)}
      ${vars({ ...at(place), '--service': service ? colour(node.name) : null, '--share': node.calls ? `${(100 * node.errors) / node.calls}%` : '0%' })}>
      <span class="name">${service ? html`<span class="dot"></span>` : nothing}<b>${nameOf(node)}</b></span>
      <span class="numbers">${node.calls === undefined ? OUTSIDE[node.kind] : html`${perMinute(node.callsPerMinute)} · p95 ${duration(Number(node.p95Nanos))}`}${node.errors > 0 ? html` · <span class="error-text">${share(node)}</span>` : nothing}</span>
    </button>`;
  }

  choose(key) {
    this.dispatchEvent(new CustomEvent('choose', { detail: key }));
  }
}

function at({ x, y }) {
  return { '--x': `${x + MARGIN}px`, '--y': `${y + MARGIN}px` };
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

customElements.define('map-stage', MapStage);
