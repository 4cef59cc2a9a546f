// The service map in numbers: all calls in a table, and what is chosen beside the picture.

import { html, nothing } from 'lit';
import { PageElement } from '../base/element.js';
import { count, duration, perMinute } from '../base/format.js';
import { edgeKey, edgeQuery, nameOf, nodeKey, nodeQuery, share } from './traffic.js';

export class MapTable extends PageElement {
  static properties = { map: { attribute: false }, chosen: { attribute: false } };

  render() {
    return html`<table class="calls" aria-label="Calls between services"><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">How</th>
      <th scope="col" class="number">Calls</th><th scope="col" class="number">Rate</th><th scope="col" class="number">Errors</th><th scope="col" class="number">p50</th><th scope="col" class="number">p95</th></tr></thead>
      <tbody>${this.map.edges.map((edge) => this.row(edge))}</tbody></table>`;
  }

  row(edge) {
    const { nodes } = this.map;
    const key = edgeKey(edge, this.map);
    return html`<tr class=${this.chosen === key ? 'picked' : ''} @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: key }))}>
      <td>${nameOf(nodes[edge.from])}</td><td>${nameOf(nodes[edge.to])}</td><td class="soft">${edge.kind}</td>
      <td class="number">${count(edge.calls)}</td><td class="number">${perMinute(edge.callsPerMinute)}</td>
      <td class="number">${edge.errors > 0 ? html`<span class="error-text">${count(edge.errors)} (${share(edge)})</span>` : '–'}</td>
      <td class="number">${duration(Number(edge.p50Nanos))}</td><td class="number">${duration(Number(edge.p95Nanos))}</td></tr>`;
  }
}

export class MapAbout extends PageElement {
  static properties = { map: { attribute: false }, chosen: { attribute: false } };

  render() {
    const { nodes, edges } = this.map;
    const node = nodes.find((each) => nodeKey(each) === this.chosen);
    const edge = edges.find((each) => edgeKey(each, this.map) === this.chosen);
    if (!node && !edge) return nothing;
    const query = edge ? edgeQuery(edge, this.map) : nodeQuery(node);
    return html`<aside class="map-about" aria-label="What is chosen">
      <div class="head"><h2>${edge ? html`${nameOf(nodes[edge.from])} <span class="soft">→</span> ${nameOf(nodes[edge.to])}` : nameOf(node)}</h2>
        <button type="button" class="quiet" aria-label="Close" @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: null }))}>✕</button></div>
      ${numbers(edge ?? node)}
      ${query ? html`<p><a class="button" href=${`/?${new URLSearchParams({ q: query })}`}>Show these traces</a></p><code>${query}</code>` : nothing}</aside>`;
  }
}

function numbers(traffic) {
  if (traffic.calls === undefined) return html`<p class="soft">It records no spans itself: it is known from those who call it.</p>`;
  const rows = [['calls', count(traffic.calls)], ['rate', perMinute(traffic.callsPerMinute)], ['errors', `${count(traffic.errors)} (${share(traffic)})`],
    ['half within', duration(Number(traffic.p50Nanos))], ['95 % within', duration(Number(traffic.p95Nanos))]];
  return html`<dl class="kv">${rows.map(([key, value]) => html`<dt>${key}</dt><dd>${value}</dd>`)}</dl>`;
}

customElements.define('map-table', MapTable);
customElements.define('map-about', MapAbout);
