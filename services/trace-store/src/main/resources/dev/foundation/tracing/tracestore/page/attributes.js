// Attributes, events and links as lists of text.

import { html, nothing } from 'lit';
import { attributeQuery } from './attributequery.js';
import { offset } from './format.js';

// Longer values get the whole width, and lines of their own.
const WIDE = 160;

/** @param {?string} scope where TraceQL finds them: span, resource, event, link; null if it does not */
export function attributeTable(attributes, scope) {
  if (attributes.length === 0) return nothing;
  return html`<dl class="kv">${attributes.map(([key, text, type]) => (isWide(text) ? wide(key, text) : narrow(key, text, scope && attributeQuery(scope, key, text, type))))}</dl>`;
}

function isWide(text) {
  return text.length > WIDE || text.includes('\n');
}

function wide(key, text) {
  return html`<dt class="wide">${key}</dt><dd class="wide" tabindex="0">${text}</dd>`;
}

function narrow(key, text, query) {
  return html`<dt>${key}</dt><dd>${text}${query
    ? html`<a class="seek" href="/?${new URLSearchParams({ q: query })}" title=${`Find traces with ${query}`} aria-label=${`Find traces with ${query}`}>⌕</a>` : nothing}</dd>`;
}

export function moment(event, span, chosen) {
  return html`<div class="moment ${event.failure ? 'failure' : ''} ${chosen ? 'chosen' : ''}">
    <p><b>${event.name}</b><span title="after the span began">${offset(event.at - span.start)}</span></p>${attributeTable(event.attributes, 'event')}</div>`;
}

export function linkTo({ trace, span, attributes }) {
  return html`<div class="moment"><p><a class="mono" href="/trace/${trace}#${span}">${trace}</a></p><p><span>span</span><span class="mono">${span}</span></p>
    ${attributeTable(attributes, 'link')}</div>`;
}
