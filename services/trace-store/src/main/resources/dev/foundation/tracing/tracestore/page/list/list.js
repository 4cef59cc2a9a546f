// The newest traces, live.

import { html, nothing } from 'lit';
import { go } from '../base/address.js';
import { announce } from '../base/announce.js';
import { PageElement } from '../base/element.js';
import './filters.js';
import { fromAddress, parameters, toAddress } from './filter.js';
import { plural } from '../base/format.js';
import { follow } from './live.js';
import './plot.js';
import './search.js';
import { showStatus } from './status.js';
import './table.js';
import { replace } from '../base/traceql.js';

export class TraceList extends PageElement {
  static properties = {
    filter: { state: true }, listing: { state: true }, held: { state: true }, problem: { state: true }, connected: { state: true }, paused: { state: true }, picked: { state: true },
  };

  constructor() {
    super();
    this.filter = fromAddress();
    this.connected = true;
    this.paused = false;
    this.picked = [];
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Traces';
    this.closing = new AbortController();
    document.addEventListener('keydown', (event) => this.key(event), { signal: this.closing.signal });
    this.follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.closing.abort();
    this.live.stop();
  }

  follow() {
    this.live?.stop();
    this.live = follow(parameters(this.filter), {
      listing: (listing) => this.hear(listing),
      refused: (problem) => { this.problem = problem; },
      connected: (yes) => { this.connected = yes; },
    });
  }

  filterBy(change) {
    this.filter = { ...this.filter, ...change };
    history.replaceState(null, '', toAddress(this.filter));
    this.problem = null;
    this.impatient = true;
    this.follow();
  }

  // Rows must not move away under somebody's pointer or eyes: then what is new waits.
  hear(listing) {
    if (this.listing && !this.impatient && (this.paused || this.isRead())) this.held = listing;
    else this.show(listing);
  }

  isRead() {
    const table = this.querySelector('.scroll');
    return table.matches(':hover') || table.scrollTop > 20;
  }

  show(listing) {
    if (this.impatient) announce(plural(listing.traces.length, 'trace'));
    this.impatient = false;
    this.listing = listing;
    this.shown = this.filter;
    this.held = null;
    showStatus(listing.store, listing.traces.length);
  }

  release() {
    if (this.held && !this.paused) this.show(this.held);
  }

  render() {
    const traces = this.listing?.traces ?? [];
    return html`
      <h1 class="unseen">Traces</h1>
      <div class="asking">
        <trace-search .text=${this.filter.text} .problem=${this.problem} @search=${(event) => this.filterBy({ text: event.detail })}></trace-search>
        <button type="button" class=${`live ${this.connected ? '' : 'broken'}`} aria-pressed=${String(!this.paused)} title=${this.liveTitle()} @click=${this.toggle}>${this.liveWord()}</button>
        <trace-filters .text=${this.filter.text} .services=${this.listing?.services ?? []} .range=${this.range()} @search=${(event) => this.filterBy({ text: event.detail })}
          @range=${() => this.filterBy({ from: null, to: null })} @clear=${() => this.filterBy({ text: '', from: null, to: null })} @begin=${(event) => this.querySelector('trace-search').begin(event.detail)}></trace-filters>
      </div>
      <duration-plot class="plot" ?hidden=${traces.length === 0} .traces=${traces} @brush=${this.brush}></duration-plot>
      ${this.news()}
      <div class="scroll" @scroll=${this.mayGoOn} @pointerleave=${this.mayGoOn}>
        ${traces.length > 0 ? html`<trace-table .traces=${traces} .asked=${this.shown} .picked=${this.picked} @pick=${this.pick}></trace-table>` : this.nothing()}
      </div>
      ${this.picks()}`;
  }

  liveWord() {
    if (this.paused) return 'Paused';
    return this.connected ? 'Live' : 'Offline';
  }

  liveTitle() {
    return this.connected ? 'New traces appear by themselves (p pauses)' : 'The store does not answer; trying again';
  }

  range() {
    return this.filter.from && this.filter.to ? { from: this.filter.from, to: this.filter.to } : null;
  }

  news() {
    if (!this.held) return nothing;
    const known = new Set(this.listing.traces.map((trace) => trace.traceID));
    const fresh = this.held.traces.filter((trace) => !known.has(trace.traceID)).length;
    return fresh > 0 ? html`<div class="news"><button type="button" @click=${() => { this.querySelector('.scroll').scrollTop = 0; this.show(this.held); }}>${fresh === 1 ? '1 new trace' : `${fresh} new traces`}</button></div>` : nothing;
  }

  nothing() {
    if (!this.listing) return nothing;
    if (this.listing.store.traces > 0) {
      return html`<div class="message"><h1>No trace matches the search</h1>Take a condition away, or <button type="button" class="link" @click=${() => this.filterBy({ text: '', from: null, to: null })}>look at all traces</button>.</div>`;
    }
    return html`<div class="message"><h1>No traces yet</h1>Point an OpenTelemetry exporter at this store, gRPC on port 4317 or HTTP on port 4318 unless you chose others:
      <code>OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4317</code>This page shows them as they come in.</div>`;
  }

  picks() {
    const [first, second] = this.picked;
    if (!first) return nothing;
    return html`<div class="picks" role="status">${second ? html`<a class="button" href=${`/compare/${first}/${second}`}>Compare the two traces</a>` : html`<span>Pick a second trace to compare it with the first.</span>`}
      <button type="button" class="quiet" @click=${() => { this.picked = []; }}>Clear</button></div>`;
  }

  pick(event) {
    const id = event.detail;
    // With a third one, the second is what somebody had picked by mistake.
    this.picked = this.picked.includes(id) ? this.picked.filter((other) => other !== id) : [...this.picked.slice(0, 1), id];
  }

  brush(event) {
    const { time, nanos } = event.detail;
    const text = nanos ? replace(this.filter.text, 'trace:duration', ['>=', rounded(nanos.least)], ['<=', rounded(nanos.most)]) : this.filter.text;
    this.filterBy({ text, ...(time ?? {}) });
  }

  toggle() {
    this.paused = !this.paused;
    this.release();
  }

  mayGoOn() {
    if (!this.isRead()) this.release();
  }

  key(event) {
    if (event.target.closest('input:not([type="checkbox"]), select, dialog') || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === '/') this.querySelector('trace-search').focus();
    else if (event.key === 'p') this.toggle();
    else if (event.key === 'j' && !event.target.closest('tbody')) this.querySelector('tbody a')?.focus();
    else if (event.key === 'Enter' && this.picked.length === 2 && event.target === document.body) go(`/compare/${this.picked.join('/')}`);
    else return;
    event.preventDefault();
  }
}

function rounded(nanos) {
  return nanos >= 1e9 ? `${(nanos / 1e9).toFixed(2)}s` : nanos >= 1e6 ? `${(nanos / 1e6).toFixed(1)}ms` : `${Math.round(nanos / 1e3)}us`;
}

customElements.define('trace-list', TraceList);
