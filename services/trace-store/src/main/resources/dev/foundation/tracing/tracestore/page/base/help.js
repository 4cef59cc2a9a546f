// The keys of the page, shown by the question mark.

import { html } from 'lit';
import { PageElement } from './element.js';

const KEYS = [
  ['Everywhere', [['/', 'search'], ['?', 'this help'], ['g t', 'all traces'], ['g m', 'service map'], ['Esc', 'close, or zoom out']]],
  ['In the list', [['j k', 'next and previous trace'], ['Enter', 'open it'], ['c', 'pick it to compare'], ['p', 'pause, or go on']]],
  ['In a trace', [['↑ ↓', 'next and previous span'], ['← →', 'fold and unfold'], ['e E', 'next and previous error'], ['n N', 'next and previous match'], ['Enter', 'read its details'], ['c', 'critical path on and off'], ['+ − 0', 'zoom in, out, back'], ['z', 'zoom to the span'], ['[ ]', 'earlier and later']]],
  ['In a comparison', [['n N', 'next and previous difference']]],
];

export class KeyHelp extends PageElement {
  connectedCallback() {
    super.connectedCallback();
    this.closing = new AbortController();
    document.addEventListener('keydown', (event) => this.key(event), { signal: this.closing.signal });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.closing.abort();
  }

  render() {
    return html`<button type="button" class="icon" title="Keys (?)" aria-label="Keys of this page" @click=${this.open}>?</button>
      <dialog class="help" aria-labelledby="help-title" @click=${this.outside}><div>
        <h1 id="help-title">Keys</h1>
        ${KEYS.map(([where, keys]) => html`<section><h2>${where}</h2><dl>${keys.map(([key, what]) => html`<dt>${key.split(' ').map((each) => html`<kbd>${each}</kbd> `)}</dt><dd>${what}</dd>`)}</dl></section>`)}
        <form method="dialog"><button autofocus>Close</button></form></div></dialog>`;
  }

  open() {
    const dialog = this.querySelector('dialog');
    if (!dialog.open) dialog.showModal();
  }

  outside(event) {
    if (event.target === event.currentTarget) event.currentTarget.close();
  }

  key(event) {
    if (event.key !== '?' || event.target.closest('input:not([type="checkbox"]), select')) return;
    this.open();
    event.preventDefault();
  }
}

customElements.define('key-help', KeyHelp);
