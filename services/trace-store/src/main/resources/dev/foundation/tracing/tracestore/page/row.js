// One row of the waterfall.

import { colour } from './colours.js';
import { el } from './dom.js';
import { duration, offset, plural } from './format.js';

const INDENT = 13;
// Deeper rows say their depth in a number, or names would be pushed out of sight.
const DEEPEST_INDENT = 14;

export function rowElement(row, state) {
  const { span } = row;
  const element = el('div.row', {
    id: `row-${row.index}`, role: 'treeitem', 'data-index': row.index, 'aria-level': row.depth + 1, 'aria-selected': String(state.selected),
    'aria-expanded': row.end > row.index + 1 ? String(!state.folded) : null, 'aria-label': label(row, state),
    style: { '--y': `${state.top}px`, '--service': colour(span.service) },
  }, names(row, state), lane(span, state));
  for (const flag of ['match', 'dimmed']) element.classList.toggle(flag, Boolean(state[flag]));
  element.classList.toggle('failed', span.failed || (state.folded && state.hiddenErrors > 0));
  return element;
}

function label({ span, orphan, cycle }, state) {
  return [span.service, span.name, duration(span.end - span.start), span.failed && `error ${span.message}`, orphan && 'parent not received', cycle && 'its own ancestor',
    span.events.length > 0 && plural(span.events.length, 'event'), state.hidden > 0 && `${plural(state.hidden, 'span')} folded`].filter(Boolean).join(', ');
}

function names(row, state) {
  const { span, depth, orphan, cycle } = row;
  const folds = row.end > row.index + 1;
  return el('div.what', { style: { '--indent': `${Math.min(depth, DEEPEST_INDENT) * INDENT}px` }, title: `${span.service} · ${span.name}` },
    el('span.fold', { 'aria-hidden': 'true' }, folds ? (state.folded ? '▸' : '▾') : ''),
    depth > DEEPEST_INDENT ? el('span.deep', {}, String(depth)) : null,
    el('span.stripe'),
    el('b', {}, span.name), el('span.soft', {}, span.service),
    orphan ? el('span.orphan', { title: 'Its parent is not in the store' }, 'no parent') : null,
    cycle ? el('span.orphan', { title: 'Following the parents leads back to it' }, 'cycle') : null,
    state.hidden > 0 ? el('span.hidden-count', {}, `+${state.hidden}`) : null);
}

function lane(span, { range }) {
  const length = range.to - range.from;
  const x = (100 * (span.start - range.from)) / length;
  const width = (100 * (span.end - span.start)) / length;
  return el('div.lane', { style: { '--x': `${x}%`, '--w': `${width}%` } },
    x <= 100 && x + width >= 0 ? el('div.bar') : null,
    tookLabel(span, x, width),
    ...span.events.map((event) => mark(event, (100 * (event.at - range.from)) / length, span)));
}

// Where there is room: behind the bar, before it, or on it.
function tookLabel(span, x, width) {
  if (x > 100 || x + width < 0) return null;
  const place = x + width < 86 ? 'right' : x > 14 ? 'left' : 'inside';
  // A mark at the very end would lie under the text.
  const marked = span.events.some((event) => event.at >= span.end - (span.end - span.start) / 20);
  return el(`span.took-label.${place}${marked ? '.marked' : ''}`, {}, duration(span.end - span.start));
}

function mark(event, x, span) {
  if (x < 0 || x > 100) return null;
  return el(`span.event${event.failure ? '.failure' : ''}`, { style: { '--x': `${x}%` }, title: `${event.name} ${offset(event.at - span.start)}` });
}
