// The table of traces: rows are kept and moved, so that focus and text selection survive a refresh.

import { go } from './address.js';
import { colour } from './colours.js';
import { el, style } from './dom.js';
import { ago, clock, count, duration, plural } from './format.js';

const COLUMNS = [['Start', 'c-start'], ['Trace', 'c-root'], ['Services', 'c-services'], ['Spans', 'c-spans number'], ['Errors', 'c-errors number'], ['Duration', 'c-duration']];
const CHIPS = 6;

export class TraceTable {
  constructor() {
    this.rows = new Map();
    this.body = el('tbody');
    const head = COLUMNS.map(([title, classes]) => el('th', { scope: 'col', class: classes }, title));
    this.element = el('table.traces', { 'aria-label': 'Traces, newest first' }, el('thead', {}, el('tr', {}, ...head)), this.body);
    this.body.addEventListener('keydown', (event) => this.move(event));
  }

  show(traces) {
    const first = this.rows.size === 0;
    const longest = Math.max(...traces.map((trace) => Number(trace.durationNanos)));
    const focused = document.activeElement?.closest('tr')?.dataset.trace;
    const before = this.rows;
    this.rows = new Map(traces.map((trace) => [trace.traceID, row(trace, longest, before.get(trace.traceID), first)]));
    this.body.replaceChildren(...[...this.rows.values()].map((entry) => entry.element));
    if (focused) this.rows.get(focused)?.element.querySelector('a').focus();
  }

  updateAges() {
    for (const { age, millis } of this.rows.values()) age.textContent = ago(millis);
  }

  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (!step) return;
    const row = event.target.closest('tr');
    const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    next?.querySelector('a').focus();
    event.preventDefault();
  }
}

function row(trace, longest, before, first) {
  const state = JSON.stringify([trace, longest]);
  if (before?.state === state) {
    before.age.textContent = ago(before.millis);
    before.element.classList.remove('new');
    return before;
  }
  const millis = Number(BigInt(trace.startTimeUnixNano) / 1000000n);
  const age = el('span', { title: clock(millis) }, ago(millis));
  const element = el('tr', { 'data-trace': trace.traceID, onclick: open },
    el('td.c-start.soft', {}, age), el('td.c-root', {}, root(trace)), el('td.c-services', {}, chips(trace)),
    el('td.c-spans.number', {}, count(trace.spanCount)),
    el('td.c-errors.number', {}, trace.errorCount > 0 ? el('span.badge.error', {}, count(trace.errorCount)) : el('span.soft', { 'aria-label': 'none' }, '–')),
    el('td.c-duration', {}, took(trace, longest)));
  element.classList.toggle('failed', trace.errorCount > 0);
  element.classList.toggle('new', !before && !first);
  return { element, age, millis, state };
}

function open(event) {
  if (event.target.closest('a') || getSelection().toString()) return;
  go(`/trace/${event.currentTarget.dataset.trace}`);
}

function root(trace) {
  const service = trace.rootServiceName ?? '';
  const name = trace.rootTraceName ?? (trace.spanCount === 1 ? '1 span' : 'root not received yet');
  const shown = service.startsWith('<') ? '' : service;
  return el('a.root', { href: `/trace/${trace.traceID}`, title: `${shown} ${name}` },
    el('span.dot', { style: { '--service': colour(shown) } }), shown ? el('span.soft', {}, shown) : null, el('b', {}, name));
}

function chips(trace) {
  const services = Object.entries(trace.serviceStats);
  const shown = services.slice(0, CHIPS).map(([name, { spanCount, errorCount = 0 }]) => el(`span.chip${errorCount > 0 ? '.failed' : ''}`,
    { title: `${name || 'no service name'}: ${plural(spanCount, 'span')}, ${plural(errorCount, 'error')}` },
    el('span.dot', { style: { '--service': colour(name) } }), name || 'no name', ` ${count(spanCount)}`));
  return el('div.chips', {}, ...shown, services.length > CHIPS ? el('span.soft', {}, `+${services.length - CHIPS}`) : null);
}

function took(trace, longest) {
  const nanos = Number(trace.durationNanos);
  const bar = el('div', { 'aria-hidden': 'true' });
  style(bar, { '--share': `${longest > 0 ? (100 * nanos) / longest : 0}%` });
  return el('div.took', {}, el('span', {}, duration(nanos)), bar);
}
