// Choosing the trace to compare with: the newest ones, those with the same root first.

import { html, nothing } from 'lit';
import { go } from '../base/address.js';
import { listTraces } from '../base/api.js';
import { PageElement } from '../base/element.js';
import { ago, duration, plural } from '../base/format.js';

const OFFERED = 12;

export class ComparePicker extends PageElement {
  static properties = { trace: { attribute: false }, traces: { state: true } };

  render() {
    return html`<button type="button" title="See what differs from another trace" @click=${this.open}>Compare…</button>
      <dialog class="picker" aria-label="Compare with" @click=${this.outside}><form method="dialog">
        <div class="head"><h2>Compare with</h2><button class="quiet" aria-label="Close">✕</button></div>
        ${this.traces ? this.list() : nothing}
        <label>Any other trace id<input class="mono" placeholder="x-trace-id" autocomplete="off" spellcheck="false" @keydown=${this.typed}></label>
      </form></dialog>`;
  }

  list() {
    if (this.traces.length === 0) return html`<p class="soft">The store has no other trace.</p>`;
    return html`<ul>${this.traces.map((each) => html`<li><a href="/compare/${this.trace.id}/${each.traceID}" @click=${() => this.dialog.close()}>
      <span class="soft">${each.rootServiceName}</span> <b>${each.rootTraceName}</b></a>
      <span>${duration(Number(each.durationNanos))}</span><span>${plural(each.spanCount, 'span')}</span>
      <span class=${each.errorCount > 0 ? 'error-text' : ''}>${each.errorCount > 0 ? plural(each.errorCount, 'error') : ''}</span>
      <span class="soft">${ago(Number(BigInt(each.startTimeUnixNano) / 1000000n))}</span></li>`)}</ul>`;
  }

  get dialog() {
    return this.querySelector('dialog');
  }

  async open() {
    this.dialog.showModal();
    const { listing } = await listTraces(new URLSearchParams({ limit: '200' }));
    const { root, id } = this.trace;
    const alike = (each) => (each.rootServiceName === root.service && each.rootTraceName === root.name ? 0 : 1);
    const others = listing.traces.filter((each) => each.traceID.padStart(32, '0') !== id.padStart(32, '0'));
    this.traces = others.sort((a, b) => alike(a) - alike(b)).slice(0, OFFERED);
  }

  typed(event) {
    const other = event.target.value.trim();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!/^[0-9a-f]{1,32}$/i.test(other)) return;
    this.dialog.close();
    go(`/compare/${this.trace.id}/${other}`);
  }

  outside(event) {
    if (event.target === this.dialog) this.dialog.close();
  }
}

customElements.define('compare-picker', ComparePicker);
