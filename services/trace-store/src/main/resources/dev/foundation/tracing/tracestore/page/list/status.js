// The store in numbers, at the foot of the page.

import { html, nothing } from 'lit';
import { PageElement } from '../base/element.js';
import { bytes, count, plural } from '../base/format.js';
import { vars } from '../base/vars.js';

export class StoreStatus extends PageElement {
  static properties = { store: { attribute: false }, shown: { attribute: false } };

  render() {
    const { store } = this;
    if (!store) return nothing;
    const refused = sum(store.refused);
    const shortened = sum(store.shortened);
    return html`
      <span>${this.shownOfAll()}</span>
      <span>${plural(store.spans, 'span')}</span>
      <span>${bytes(store.bytes)} of ${bytes(store.maxBytes)}</span>
      <div class="meter" aria-hidden="true" ${vars({ '--full': `${(100 * store.bytes) / store.maxBytes}%` })}><div></div></div>
      ${store.evictedTraces > 0 ? html`<span title="The oldest traces go when the store is full">${count(store.evictedTraces)} evicted</span>` : nothing}
      ${refused > 0 ? html`<span class="error-text" title=${reasons(store.refused)}>${count(refused)} refused: ${words(store.refused)}</span>` : nothing}
      ${shortened > 0 ? html`<span title=${reasons(store.shortened)}>${count(shortened)} shortened</span>` : nothing}`;
  }

  shownOfAll() {
    const { store, shown } = this;
    return shown < store.traces ? `${count(shown)} of ${plural(store.traces, 'trace')}` : plural(store.traces, 'trace');
  }
}

function sum(counts) {
  return Object.values(counts).reduce((total, number) => total + number, 0);
}

function given(counts) {
  return Object.entries(counts).filter(([, number]) => number > 0).map(([reason, number]) => [reason.replaceAll('_', ' '), number]);
}

function words(counts) {
  return given(counts).map(([reason]) => reason).join(', ');
}

function reasons(counts) {
  return given(counts).map(([reason, number]) => `${count(number)} × ${reason}`).join('\n');
}

customElements.define('store-status', StoreStatus);

export function showStatus(store, shown) {
  Object.assign(document.getElementById('status'), { store, shown });
}
