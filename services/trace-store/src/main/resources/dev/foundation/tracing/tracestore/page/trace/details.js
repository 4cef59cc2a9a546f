// Everything about the selected span.

import { html, nothing } from 'lit';
import { attributeTable, linkTo, moment } from '../spans/attributes.js';
import { colour } from '../base/colours.js';
import '../base/copybutton.js';
import { PageElement } from '../base/element.js';
import { duration, offset, plural } from '../base/format.js';
import { badges } from '../spans/meaning.js';
import { selfTime } from '../spans/tree.js';
import { vars } from '../base/vars.js';

/** Tells about `closed`. */
export class SpanDetails extends PageElement {
  static properties = { trace: { attribute: false }, row: { attribute: false }, event: { attribute: false } };

  render() {
    if (!this.row) return nothing;
    const { span } = this.row;
    return html`<aside class="details" tabindex="-1" aria-label="Selected span" @keydown=${(event) => { if (event.key === 'Escape') this.close(); }}>
      <div class="head"><h2>${span.name}</h2><button class="quiet" type="button" aria-label="Close the details" @click=${this.close}>✕</button></div>
      ${notes(this.row)}
      ${badges(this.row).map(({ word, tone, title }) => html`<p class="meant"><span class="tag ${tone}">${word}</span>${title}</p>`)}
      ${facts(this.row, this.trace)}
      ${section('Events', span.events.length, span.events.map((event, index) => moment(event, span, index === this.event)))}
      ${section('Attributes', span.attributes.length, attributeTable(span.attributes, 'span'))}
      ${section('Links', span.links.length, span.links.map(linkTo))}
      ${section('Resource', span.resource.length, attributeTable(span.resource, 'resource'))}
      ${section('Scope', span.scope.length, attributeTable(span.scope, null))}
    </aside>`;
  }

  updated(changed) {
    const aside = this.querySelector('aside');
    if (changed.has('row') && aside) aside.scrollTop = 0;
    this.querySelector('.moment.chosen')?.scrollIntoView({ block: 'nearest' });
  }

  focus() {
    this.querySelector('aside')?.focus();
  }

  close() {
    this.dispatchEvent(new CustomEvent('closed', { bubbles: true }));
  }
}

function notes({ span, parent, orphan, cycle }) {
  const { attributes, events, links } = span.dropped;
  const lost = [attributes && plural(attributes, 'attribute'), events && plural(events, 'event'), links && plural(links, 'link')].filter(Boolean);
  return [
    span.failed && note(reason(span), 'error'),
    orphan && note(`Its parent ${span.parent} is not in the store: it has not arrived, was not sampled, or lies outside.`),
    cycle && note('Following the parents leads back to this span: the tree is cut here.'),
    parent && span.start < parent.span.start && note(`It starts ${duration(parent.span.start - span.start)} before its parent: their clocks differ.`),
    lost.length > 0 && note(`Lost on the way: ${lost.join(', ')}.`),
  ].filter(Boolean);
}

// Where the status has no message, an exception or the type of the error may say more.
function reason({ message, events, attributes }) {
  const thrown = new Map(events.findLast((event) => event.failure)?.attributes.map(([key, text]) => [key, text]));
  const exception = [thrown.get('exception.type'), thrown.get('exception.message')].filter(Boolean).join(': ');
  return message || exception || attributes.find(([key]) => key === 'error.type')?.[1] || 'This span failed and does not say why.';
}

function note(text, kind = '') {
  return html`<p class="note ${kind}">${text}</p>`;
}

function facts(row, trace) {
  const { span } = row;
  const entries = [
    ['service', html`<span class="dot" ${vars({ '--service': colour(span.service) })}></span> ${span.service || 'no service name'}`],
    ['duration', took(row, trace)],
    trace.path.has(row) && ['critical path', held(trace.onPath(row), trace)],
    ['starts at', offset(span.start)],
    span.kind && ['kind', span.kind],
    span.status && ['status', span.status],
    span.traceState && ['trace state', span.traceState],
    ['span id', html`${span.id} <copy-button .text=${span.id} label="Copy the span id"></copy-button>`],
  ].filter(Boolean);
  return html`<dl class="kv facts-list">${entries.map(([key, value]) => html`<dt>${key}</dt><dd>${value}</dd>`)}</dl>`;
}

function took(row, trace) {
  const nanos = row.span.end - row.span.start;
  const self = selfTime(trace.rows, row);
  return `${duration(nanos)}${self < nanos ? ` (self ${duration(self)})` : ''}`;
}

function held(nanos, { length }) {
  return nanos > 0 ? `${duration(nanos)}, ${Math.max(1, Math.round((100 * nanos) / length))}% of the trace` : 'by what it called';
}

function section(title, size, content) {
  return size === 0 ? nothing : html`<h3>${title}<span class="count">${size}</span></h3>${content}`;
}

customElements.define('span-details', SpanDetails);
