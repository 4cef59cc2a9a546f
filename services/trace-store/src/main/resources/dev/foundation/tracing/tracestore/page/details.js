// Everything about the selected span.

import { copy, el } from './dom.js';
import { colour } from './colours.js';
import { duration, offset, plural } from './format.js';
import { selfTime } from './tree.js';

// Longer values get the whole width, and lines of their own.
const WIDE = 160;

export class Details {
  constructor(close) {
    this.element = el('aside.details', { hidden: true, tabindex: '-1', 'aria-label': 'Selected span' });
    this.close = () => { this.element.hidden = true; close(); };
    this.element.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.close(); });
  }

  show(row, rows) {
    const { span } = row;
    const closing = el('button.quiet', { type: 'button', 'aria-label': 'Close the details', onclick: this.close }, '✕');
    this.element.replaceChildren(
      el('div.head', {}, el('h2', {}, span.name), closing),
      ...notes(row),
      facts(row, rows),
      ...section('Events', span.events.length, span.events.map((event) => moment(event, span))),
      ...section('Attributes', span.attributes.length, [table(span.attributes)]),
      ...section('Links', span.links.length, span.links.map(link)),
      ...section('Resource', span.resource.length, [table(span.resource)]),
      ...section('Scope', span.scope.length, [table(span.scope)]),
    );
    this.element.hidden = false;
    this.element.scrollTop = 0;
  }
}

function notes({ span, parent, orphan, cycle }) {
  const { attributes, events, links } = span.dropped;
  const lost = [attributes && plural(attributes, 'attribute'), events && plural(events, 'event'), links && plural(links, 'link')].filter(Boolean);
  return [
    span.failed && el('p.note.error', {}, span.message || 'This span failed and does not say why.'),
    orphan && el('p.note', {}, `Its parent ${span.parent} is not in the store: it has not arrived, was not sampled, or lies outside.`),
    cycle && el('p.note', {}, 'Following the parents leads back to this span: the tree is cut here.'),
    parent && span.start < parent.span.start && el('p.note', {}, `It starts ${duration(parent.span.start - span.start)} before its parent: their clocks differ.`),
    lost.length > 0 && el('p.note', {}, `Lost on the way: ${lost.join(', ')}.`),
  ].filter(Boolean);
}

function facts(row, rows) {
  const { span } = row;
  const self = selfTime(rows, row);
  const entries = [
    ['service', el('span', {}, el('span.dot', { style: { '--service': colour(span.service) } }), ` ${span.service || 'no service name'}`)],
    ['duration', `${duration(span.end - span.start)}${self < span.end - span.start ? ` (self ${duration(self)})` : ''}`],
    ['starts at', offset(span.start)],
    span.kind && ['kind', span.kind],
    span.status && ['status', span.status],
    ['span id', identifier(span.id)],
  ].filter(Boolean);
  return el('dl.kv.facts-list', {}, ...entries.flatMap(([key, value]) => [el('dt', {}, key), el('dd', {}, value)]));
}

function identifier(id) {
  const button = el('button.quiet', { type: 'button', 'aria-label': 'Copy the span id', onclick: () => copy(id, button) }, 'Copy');
  return el('span', {}, id, ' ', button);
}

function section(title, size, content) {
  return size === 0 ? [] : [el('h3', {}, title, el('span.count', {}, String(size))), ...content];
}

function table(pairs) {
  return el('dl.kv', {}, ...pairs.flatMap(([key, value]) => {
    const wide = value.length > WIDE || value.includes('\n') ? '.wide' : '';
    return [el(`dt${wide}`, {}, key), el(`dd${wide}`, wide ? { tabindex: '0' } : {}, value)];
  }));
}

function moment(event, span) {
  return el(`div.moment${event.failure ? '.failure' : ''}`, {},
    el('p', {}, el('b', {}, event.name), el('span', { title: 'after the span began' }, offset(event.at - span.start))), event.attributes.length > 0 ? table(event.attributes) : null);
}

function link({ trace, span, attributes }) {
  return el('div.moment', {}, el('p', {}, el('a.mono', { href: `/trace/${trace}#${span}` }, trace)), el('p', {}, el('span', {}, 'span'), el('span.mono', {}, span)),
    attributes.length > 0 ? table(attributes) : null);
}
