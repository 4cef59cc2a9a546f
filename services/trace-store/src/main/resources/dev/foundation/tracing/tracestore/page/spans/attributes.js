// Attributes, events and links as lists of text.

import { html, nothing } from 'lit';
import { offset } from '../base/format.js';
import { attribute, narrow, quoted } from '../base/traceql.js';

// Longer values get the whole width, and lines of their own.
const WIDE = 160;

/** @param {?string} scope where TraceQL finds them: span, resource, event, link; null if it does not */
export function attributeTable(attributes, scope) {
  if (attributes.length === 0) return nothing;
  return html`<dl class="kv">${attributes.map(([key, text, type]) => (isWide(text) ? tall(key, text) : flat(key, text, scope && query(attribute(scope, key), text, type))))}</dl>`;
}

function isWide(text) {
  return text.length > WIDE || text.includes('\n');
}

function tall(key, text) {
  return html`<dt class="wide">${breakable(key)}</dt><dd class="wide" tabindex="0">${text}</dd>`;
}

function flat(key, text, query) {
  return html`<dt>${breakable(key)}</dt><dd>${text}${query
    ? html`<a class="seek" href="/?${new URLSearchParams({ q: query })}" title=${`Find traces with ${query}`} aria-label=${`Find traces with ${query}`}>⌕</a>` : nothing}</dd>`;
}

/** @returns {?string} TraceQL; null for values that it does not compare, such as lists */
function query(field, text, type) {
  if (type === 'stringValue') return narrow('', field, '=', quoted(text));
  return ['intValue', 'doubleValue', 'boolValue'].includes(type) ? narrow('', field, '=', text) : null;
}

/** A long key breaks where its parts end. */
export function breakable(key) {
  return key.split('.').map((part, index) => (index === 0 ? part : html`.<wbr>${part}`));
}

export function moment(event, span, chosen) {
  return html`<div class="moment ${event.failure ? 'failure' : ''} ${chosen ? 'chosen' : ''}">
    <p><b>${event.name}</b><span title="after the span began">${offset(event.at - span.start)}</span></p>${attributeTable(event.attributes, 'event')}</div>`;
}

export function linkTo({ trace, span, attributes }) {
  return html`<div class="moment"><p><a class="mono" href="/trace/${trace}#${span}">${trace}</a></p><p><span>span</span><span class="mono">${span}</span></p>
    ${attributeTable(attributes, 'link')}</div>`;
}
