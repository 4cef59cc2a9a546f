// The table of traces.

import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { go } from '../base/address.js';
import { colour } from '../base/colours.js';
import { PageElement } from '../base/element.js';
import { ago, clock, count, duration, plural } from '../base/format.js';
import { vars } from '../base/vars.js';

const CHIPS = 6;
const AGES_MILLIS = 5000;

export class TraceTable extends PageElement {
  static properties = { traces: { attribute: false }, asked: { attribute: false }, picked: { attribute: false } };

  constructor() {
    super();
    this.traces = [];
    this.picked = [];
    this.known = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.ageing = setInterval(() => this.requestUpdate(), AGES_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ageing);
  }

  // What comes in while the reader looks on is marked for a moment; what was there at first, or is found by another search, is not.
  willUpdate(changed) {
    if (!changed.has('traces')) return;
    if (changed.has('asked')) this.known = null;
    this.fresh = new Set(this.known ? this.traces.map((trace) => trace.traceID).filter((id) => !this.known.has(id)) : []);
    this.known = new Set(this.traces.map((trace) => trace.traceID));
    this.longest = this.traces.reduce((longest, trace) => Math.max(longest, Number(trace.durationNanos)), 0);
  }

  render() {
    return html`<table class="traces" aria-label="Traces, newest first">
      <thead><tr><th scope="col" class="c-pick"><span class="unseen">Compare</span></th><th scope="col" class="c-start">Start</th><th scope="col" class="c-root">Trace</th>
        <th scope="col" class="c-services">Services</th><th scope="col" class="c-spans number">Spans</th><th scope="col" class="c-errors number">Errors</th><th scope="col" class="c-duration">Duration</th></tr></thead>
      <tbody @keydown=${this.key}>${repeat(this.traces, (trace) => trace.traceID, (trace) => this.row(trace))}</tbody></table>`;
  }

  row(trace) {
    const millis = Number(BigInt(trace.startTimeUnixNano) / 1000000n);
    const failed = trace.errorCount > 0;
    const picked = this.picked.includes(trace.traceID);
    return html`<tr data-trace=${trace.traceID} class=${classMap({ failed, picked, new: this.fresh.has(trace.traceID) })} @click=${this.open}>
      <td class="c-pick"><input type="checkbox" title="Compare with another trace (c)" aria-label=${`Compare ${trace.rootTraceName ?? 'this trace'} of ${clock(millis)}`} .checked=${picked} @change=${() => this.pick(trace.traceID)}></td>
      <td class="c-start soft"><span title=${clock(millis)}>${ago(millis)}</span></td>
      <td class="c-root">${root(trace)}</td>
      <td class="c-services">${chips(trace)}</td>
      <td class="c-spans number">${count(trace.spanCount)}</td>
      <td class="c-errors number">${failed ? html`<span class="badge error">${count(trace.errorCount)}</span>` : html`<span class="soft" aria-label="none">–</span>`}</td>
      <td class="c-duration"><div class="took"><span>${duration(Number(trace.durationNanos))}</span>
        <div aria-hidden="true" ${vars({ '--share': `${this.longest > 0 ? (100 * Number(trace.durationNanos)) / this.longest : 0}%` })}></div></div></td></tr>`;
  }

  open(event) {
    if (event.target.closest('a, .c-pick') || getSelection().toString()) return;
    go(`/trace/${event.currentTarget.dataset.trace}`);
  }

  pick(id) {
    this.dispatchEvent(new CustomEvent('pick', { detail: id }));
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = event.target.closest('tr');
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (step) (step > 0 ? row.nextElementSibling : row.previousElementSibling)?.querySelector('a').focus();
    else if (event.key === 'c') this.pick(row.dataset.trace);
    else return;
    event.preventDefault();
  }
}

function root(trace) {
  const service = trace.rootServiceName ?? '';
  const name = trace.rootTraceName ?? (trace.spanCount === 1 ? '1 span' : 'root not received yet');
  return html`<a class="root" href=${`/trace/${trace.traceID}`} title=${`${service} ${name}`}>
    <span class="dot" ${vars({ '--service': colour(service) })}></span>${service ? html`<span class="soft">${service}</span>` : nothing}<b>${name || 'no name'}</b></a>`;
}

function chips(trace) {
  const services = Object.entries(trace.serviceStats);
  return html`<div class="chips">${services.slice(0, CHIPS).map(([name, { spanCount, errorCount = 0 }]) => html`
    <span class=${classMap({ chip: true, failed: errorCount > 0 })} title=${`${name || 'no service name'}: ${plural(spanCount, 'span')}, ${plural(errorCount, 'error')}`}>
      <span class="dot" ${vars({ '--service': colour(name) })}></span>${name || 'no name'} ${count(spanCount)}</span>`)}
    ${services.length > CHIPS ? html`<span class="soft">+${services.length - CHIPS}</span>` : nothing}</div>`;
}

customElements.define('trace-table', TraceTable);
