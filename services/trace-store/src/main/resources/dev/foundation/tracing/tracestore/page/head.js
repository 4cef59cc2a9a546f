// What a trace is about, in a line or two.

import { colour } from './colours.js';
import { copy, el } from './dom.js';
import { clock, count, duration, plural } from './format.js';

export function head(id, start, rows, length) {
  const root = rows[0].span;
  const failed = rows.filter((row) => row.span.failed).length;
  const services = new Set(rows.map((row) => row.span.service));
  const depth = rows.reduce((deepest, row) => Math.max(deepest, row.depth), 0) + 1;
  const button = el('button.quiet', { type: 'button', 'aria-label': 'Copy the trace id', onclick: () => copy(id, button) }, 'Copy');
  return el('section.trace-head', { 'aria-label': 'Trace' },
    el('h1', {}, el('span.dot', { style: { '--service': colour(root.service) } }), el('span.soft', {}, root.service), root.name),
    el('p.facts', {},
      fact(duration(length), 'in all'), fact(count(rows.length), rows.length === 1 ? 'span' : 'spans'),
      fact(count(services.size), services.size === 1 ? 'service' : 'services'), fact(count(depth), 'deep'),
      failed > 0 ? el('span.badge.error', {}, plural(failed, 'error')) : null,
      el('span', {}, clock(Number(start / 1000000n)))),
    el('span.copy', {}, el('span.mono', {}, id), button));
}

function fact(number, what) {
  return el('span', {}, el('b', {}, number), ` ${what}`);
}
