// The search box: TraceQL or words, with completion, and what is wrong with a query shown in place.

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { go } from '../base/address.js';
import { fetchTags, fetchTagValues } from '../base/api.js';
import { placeAt, suggestions } from './completion.js';
import { PageElement } from '../base/element.js';
import { isWhole } from '../base/traceql.js';

const SOON_MILLIS = 300;
const TRACE_ID = /^[0-9a-f]{16,32}$/i;

export class TraceSearch extends PageElement {
  static properties = { text: { attribute: false }, problem: { attribute: false }, offered: { state: true }, chosen: { state: true } };

  constructor() {
    super();
    this.text = '';
    this.problem = null;
    this.offered = [];
    this.chosen = -1;
    this.store = { tags: () => fetchTags(), values: (field) => fetchTagValues(field) };
  }

  render() {
    return html`
      <div class="box" role="search">
        <input id="query" type="search" role="combobox" aria-label="Search traces by TraceQL or by words" aria-autocomplete="list"
          aria-expanded=${String(this.offered.length > 0)} aria-controls="completions" aria-activedescendant=${this.chosen >= 0 ? `completion-${this.chosen}` : nothing}
          aria-invalid=${this.problem ? 'true' : nothing} placeholder="Search: words, or TraceQL such as { status = error && duration > 100ms }" autocomplete="off" spellcheck="false"
          .value=${live(this.text)} @input=${this.typed} @keydown=${this.key} @blur=${this.close} @click=${this.suggest}>
        <kbd aria-hidden="true">/</kbd>
        ${this.list()}
      </div>
      ${this.complaint()}`;
  }

  list() {
    if (this.offered.length === 0) return nothing;
    return html`<ul id="completions" class="completions" role="listbox" aria-label="Completions">${this.offered.map(({ label, about }, index) => html`
      <li id=${`completion-${index}`} role="option" aria-selected=${String(index === this.chosen)} @pointerdown=${(event) => this.take(event, index)}>
        <span>${label}</span><small>${about}</small></li>`)}</ul>`;
  }

  complaint() {
    if (!this.problem) return nothing;
    const { message, column } = this.problem;
    const at = placeOf(this.problem, this.text);
    return html`<div class="complaint" role="alert">
      <p><b>This search is not understood.</b> ${message}</p>
      ${column === undefined ? nothing : html`<code>${this.text.slice(0, at)}<mark>${this.text.slice(at, at + 1) || ' '}</mark>${this.text.slice(at + 1)}</code>`}</div>`;
  }

  get input() {
    return this.querySelector('input');
  }

  focus() {
    this.input?.focus();
  }

  /** Lets somebody go on writing a query that has been begun for them. */
  async begin(text) {
    this.text = text;
    await this.updateComplete;
    this.focus();
    this.input.setSelectionRange(text.length, text.length);
    this.suggest();
  }

  typed() {
    this.text = this.input.value;
    this.problem = null;
    clearTimeout(this.soon);
    if (isWhole(this.text)) this.soon = setTimeout(() => this.ask(), SOON_MILLIS);
    this.suggest();
  }

  async suggest() {
    const text = this.text;
    const offered = await suggestions(placeAt(text, this.input.selectionStart), this.store);
    // Whoever has typed on meanwhile wants to know something else.
    if (text !== this.text || !this.contains(document.activeElement)) return;
    this.offered = offered;
    this.chosen = -1;
  }

  key(event) {
    const size = this.offered.length;
    if (event.key === 'ArrowDown' && size === 0) this.suggest();
    else if (event.key === 'ArrowDown') this.choose((this.chosen + 1) % size);
    else if (event.key === 'ArrowUp' && size > 0) this.choose(this.chosen <= 0 ? size - 1 : this.chosen - 1);
    else if (event.key === 'Tab' && size > 0 && !event.shiftKey) this.take(event, Math.max(0, this.chosen));
    else if (event.key === 'Enter' && this.chosen >= 0) this.take(event, this.chosen);
    else if (event.key === 'Enter' && TRACE_ID.test(this.text.trim())) go(`/trace/${this.text.trim()}`);
    else if (event.key === 'Enter') this.search();
    else if (event.key === 'Escape' && size > 0) this.close();
    else return;
    event.preventDefault();
  }

  choose(index) {
    this.chosen = index;
    this.updateComplete.then(() => this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
  }

  async take(event, index) {
    event.preventDefault();
    const { from, to } = placeAt(this.text, this.input.selectionStart);
    const done = `${this.text.slice(0, from)}${this.offered[index].insert} `;
    this.text = done + this.text.slice(to).trimStart();
    await this.updateComplete;
    this.input.setSelectionRange(done.length, done.length);
    this.offered = [];
    this.chosen = -1;
    if (isWhole(this.text)) this.search();
    else this.suggest();
  }

  close() {
    this.offered = [];
    this.chosen = -1;
  }

  search() {
    this.close();
    this.ask();
  }

  // Completions stay: somebody may still be typing.
  ask() {
    clearTimeout(this.soon);
    this.dispatchEvent(new CustomEvent('search', { detail: this.text }));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.soon);
  }
}

// Lines and columns count from one.
function placeOf({ line = 1, column = 1 }, text) {
  const before = text.split('\n').slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(text.length, before + column - 1);
}

customElements.define('trace-search', TraceSearch);
