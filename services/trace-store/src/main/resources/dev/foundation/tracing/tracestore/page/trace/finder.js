// Finding spans within a trace: by words, and by error.

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { announce } from '../base/announce.js';
import { PageElement } from '../base/element.js';
import { plural } from '../base/format.js';

/** Tells about `found` with the rows that match or null, about `next-match`, and about `next-error` with {backwards}. */
export class TraceFinder extends PageElement {
  static properties = { trace: { attribute: false }, text: { state: true }, selected: { attribute: false } };

  constructor() {
    super();
    this.text = '';
  }

  render() {
    const matches = this.matches();
    return html`<div class="find" role="search">
      <input type="search" placeholder="Find in this trace: name, service, attribute" aria-label="Find spans in this trace" autocomplete="off" spellcheck="false"
        .value=${live(this.text)} @input=${(event) => this.find(event.target.value)} @keydown=${this.key}>
      ${matches ? html`<span class="soft">${plural(matches.size, 'match', 'matches')}</span>` : nothing}
      ${this.trace.errors.length > 0 ? this.errors() : nothing}
    </div>`;
  }

  errors() {
    const { errors } = this.trace;
    const at = errors.indexOf(this.selected);
    return html`<span class="errors" role="group" aria-label="Errors">
      <button type="button" title="Select the error before (Shift+E)" aria-label="Previous error" @click=${() => this.error(true)}>↑</button>
      <span class="error-text">${at >= 0 ? `${at + 1} of ${plural(errors.length, 'error')}` : plural(errors.length, 'error')}</span>
      <button type="button" title="Select the next error (E)" aria-label="Next error" @click=${() => this.error(false)}>↓</button>
    </span>`;
  }

  focus() {
    this.querySelector('input').focus();
  }

  /** Looks for the same again, after spans have come. */
  refresh() {
    this.tell('found', this.matches());
  }

  find(text) {
    this.text = text;
    const matches = this.matches();
    if (matches) announce(plural(matches.size, 'match', 'matches'));
    this.tell('found', matches);
  }

  matches() {
    const words = this.text.toLowerCase().split(/\s+/).filter((word) => word);
    return words.length > 0 ? new Set(this.trace.rows.filter(({ span }) => words.every((word) => textOf(span).includes(word)))) : null;
  }

  key(event) {
    if (event.key === 'Enter') this.tell('next-match', { backwards: event.shiftKey });
    else if (event.key === 'Escape' && this.text === '') this.tell('left');
  }

  error(backwards) {
    this.tell('next-error', { backwards });
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

const known = new WeakMap();

function textOf(span) {
  if (!known.has(span)) {
    const parts = [span.name, span.service, span.id, span.kind, span.message, ...texts(span.attributes), ...span.events.flatMap((event) => [event.name, ...texts(event.attributes)])];
    known.set(span, parts.join('\n').toLowerCase());
  }
  return known.get(span);
}

function texts(attributes) {
  return attributes.flatMap(([key, text]) => [key, text]);
}

customElements.define('trace-finder', TraceFinder);
