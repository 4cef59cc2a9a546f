// What differs between a span and its counterpart.

import { html, nothing } from 'lit';
import { breakable } from '../spans/attributes.js';
import { PageElement } from '../base/element.js';
import { attributesThatDiffer } from './difference.js';
import { duration, offset, times } from '../base/format.js';

/** Tells about `closed`. */
export class CompareDetails extends PageElement {
  static properties = { pair: { attribute: false }, difference: { attribute: false }, ids: { attribute: false } };

  render() {
    if (!this.pair) return nothing;
    const { left, right } = this.pair;
    return html`<aside class="details" tabindex="-1" aria-label="Selected spans" @keydown=${(event) => { if (event.key === 'Escape') this.close(); }}>
      <div class="head"><h2>${(left ?? right).span.name}</h2><button class="quiet" type="button" aria-label="Close the details" @click=${this.close}>✕</button></div>
      <p class="opens">${left ? this.link(left, 0, 'A') : nothing} ${right ? this.link(right, 1, 'B') : nothing}</p>
      ${left && right ? both(left.span, right.span, this.difference) : html`<p class="note">Only ${left ? 'A' : 'B'} has this span.</p>${alone((left ?? right).span)}`}
    </aside>`;
  }

  link({ span }, side, letter) {
    return html`<a href="/trace/${this.ids[side]}#${span.id}">Open in ${letter}</a>`;
  }

  focus() {
    this.querySelector('aside')?.focus();
  }

  close() {
    this.dispatchEvent(new CustomEvent('closed', { bubbles: true }));
  }
}

function both(left, right, { ratio, attributes }) {
  const rows = [
    { key: 'name', left: left.name, right: right.name }, { key: 'status', left: left.status || 'unset', right: right.status || 'unset' }, { key: 'status message', left: left.message, right: right.message },
    { key: 'starts at', left: offset(left.start), right: offset(right.start) }, { key: 'events', left: names(left), right: names(right) },
  ].filter((row) => row.left !== row.right);
  return html`<p class="note">A ${duration(left.end - left.start)}, B ${duration(right.end - right.start)}${Number.isNaN(ratio) ? '' : `: ${times(ratio)} as long`}.</p>
    ${rows.length > 0 ? table(rows, 'Span') : nothing}
    ${attributes.length > 0 ? table(attributes, 'Attributes that differ') : html`<p class="soft">All attributes are the same.</p>`}
    ${resource(left, right)}`;
}

function resource(left, right) {
  const differing = attributesThatDiffer({ attributes: left.resource }, { attributes: right.resource });
  return differing.length > 0 ? table(differing, 'Resource') : nothing;
}

function alone(span) {
  return table(span.attributes.map(([key, text]) => ({ key, left: text, right: null })), 'Attributes', ['Value']);
}

function names(span) {
  return span.events.map((event) => event.name).join(', ');
}

function table(rows, title, heads = ['A', 'B']) {
  return html`<table class="differing"><caption>${title}</caption><thead><tr><th scope="col">Key</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${breakable(row.key)}</th>${heads.map((_, side) => cell(side === 0 ? row.left : row.right))}</tr>`)}</tbody></table>`;
}

function cell(text) {
  return text === null ? html`<td class="none">none</td>` : html`<td>${text}</td>`;
}

customElements.define('compare-details', CompareDetails);
