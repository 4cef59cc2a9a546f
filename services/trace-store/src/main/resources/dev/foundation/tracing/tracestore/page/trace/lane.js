// A span over time: its bar, what of it is on the critical path, its events and its waiting between attempts.

import { html, nothing } from 'lit';
import { duration, offset } from '../base/format.js';
import { backoffs, eventTone } from '../spans/meaning.js';
import { vars } from '../base/vars.js';
import { place } from '../spans/zoom.js';

// More marks than that are no marks any more; the details have them all.
const MOST_MARKS = 200;

export function lane({ span }, { range, path }) {
  const from = place(span.start, range);
  const to = place(span.end, range);
  const seen = from <= 100 && to >= 0;
  return html`<div class="lane" ${vars({ '--x': `${from}%`, '--w': `${to - from}%` })}>
    ${seen ? html`<div class="bar"></div>` : nothing}
    ${path.map((part) => section('path', part, range, 'On the critical path'))}
    ${backoffs(span).map((part) => section('gap', part, range, `Waited ${duration(part.to - part.from)} before the next attempt`))}
    ${seen ? took(span, from, to) : nothing}
    ${span.events.slice(0, MOST_MARKS).map((event, index) => mark(event, index, span, range))}
  </div>`;
}

function section(kind, { from, to }, range, title) {
  const begin = place(from, range);
  const end = place(to, range);
  if (begin > 100 || end < 0) return nothing;
  return html`<span class=${kind} title=${title} ${vars({ '--x': `${begin}%`, '--w': `${end - begin}%` })}></span>`;
}

// Where there is room: behind the bar, before it, or on it.
function took(span, from, to) {
  const where = to < 86 ? 'right' : from > 14 ? 'left' : 'inside';
  // A mark at the very end would lie under the text.
  const marked = span.events.some((event) => event.at >= span.end - (span.end - span.start) / 20) ? 'marked' : '';
  return html`<span class="took-label ${where} ${marked}">${duration(span.end - span.start)}</span>`;
}

function mark(event, index, span, range) {
  const at = place(event.at, range);
  if (at < 0 || at > 100) return nothing;
  return html`<span class="event ${eventTone(event)}" data-event=${index} title=${`${event.name} ${offset(event.at - span.start)}`} ${vars({ '--x': `${at}%` })}></span>`;
}
