// Which service calls which, how often and how well.

import { html, nothing } from 'lit';
import { fetchMap } from '../base/api.js';
import { PageElement } from '../base/element.js';
import { count, duration, plural } from '../base/format.js';
import './mapstage.js';
import './maptable.js';
import { poll } from '../base/poll.js';

const WINDOWS = [['', 'All traces'], ['5', 'Last 5 minutes'], ['15', 'Last 15 minutes'], ['60', 'Last hour']];
// So that the question stays the same for a while, and the store can say that nothing changed.
const ROUND_MILLIS = 10_000;

export class ServiceMap extends PageElement {
  static properties = { map: { state: true }, chosen: { state: true }, connected: { state: true } };

  constructor() {
    super();
    this.minutes = '';
    this.chosen = null;
    this.connected = true;
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Service map';
    this.polling = poll((signal) => this.refresh(signal));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.polling.stop();
  }

  async refresh(signal) {
    try {
      this.map = await fetchMap(this.parameters(), signal);
      this.connected = true;
    } catch (error) {
      if (error.name !== 'AbortError') this.connected = false;
    }
    return true;
  }

  parameters() {
    if (!this.minutes) return new URLSearchParams();
    const from = Math.floor((Date.now() - Number(this.minutes) * 60_000) / ROUND_MILLIS) * ROUND_MILLIS;
    return new URLSearchParams({ from });
  }

  render() {
    if (!this.map) return this.connected ? nothing : html`<div class="message" role="alert"><h1>The store does not answer</h1>Trying again.</div>`;
    return html`
      <div class="map-head"><h1>Service map</h1>
        <select aria-label="Which traces" @change=${(event) => { this.minutes = event.target.value; this.polling.now(); }}>${WINDOWS.map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select>
        <span class="soft">${this.seen()}</span>
        ${this.connected ? nothing : html`<span class="error-text" role="alert">The store does not answer; trying again.</span>`}</div>
      ${this.map.nodes.length > 0 ? this.body() : html`<div class="message"><h1>No services yet</h1>Services appear here once their traces are in the store.</div>`}`;
  }

  seen() {
    const { traces, minutes, edgesLeftOut } = this.map;
    const left = edgesLeftOut > 0 ? `, the ${count(edgesLeftOut)} rarest calls left out` : '';
    return `${plural(traces, 'trace')} within ${duration(minutes * 60e9)}${left}`;
  }

  body() {
    return html`<div class="map-body" @keydown=${(event) => { if (event.key === 'Escape') this.chosen = null; }}>
      <map-stage .map=${this.map} .chosen=${this.chosen} @choose=${this.choose}></map-stage>
      <map-about .map=${this.map} .chosen=${this.chosen} @choose=${this.choose}></map-about>
      <map-table .map=${this.map} .chosen=${this.chosen} @choose=${this.choose}></map-table></div>`;
  }

  // Once more, and it is chosen no longer.
  choose(event) {
    this.chosen = this.chosen === event.detail ? null : event.detail;
  }
}

customElements.define('service-map', ServiceMap);
