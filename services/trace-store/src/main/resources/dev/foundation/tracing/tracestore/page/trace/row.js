// One row of the waterfall.

import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { colour } from '../base/colours.js';
import { folds } from '../spans/folds.js';
import { duration, plural } from '../base/format.js';
import { lane } from './lane.js';
import { badges } from '../spans/meaning.js';
import { vars } from '../base/vars.js';

const INDENT = 13;
// Deeper rows say their depth in a number, or names would be pushed out of sight.
const DEEPEST_INDENT = 14;

export function spanRow(row, state) {
  const { span } = row;
  const failed = span.failed || state.hiddenErrors > 0;
  const meaning = badges(row);
  return html`<div id="row-${row.index}" role="treeitem" data-index=${row.index} class=${classMap({ row: true, failed, match: state.match, dimmed: state.dimmed })}
    aria-level=${row.depth + 1} aria-selected=${String(state.selected)} aria-expanded=${folds(row) ? String(!state.folded) : nothing} aria-label=${label(row, meaning, state)}
    ${vars({ '--y': `${state.top}px`, '--service': colour(span.service) })}>${names(row, meaning, state)}${lane(row, state)}</div>`;
}

function label({ span, orphan, cycle }, meaning, state) {
  return [span.service, span.name, duration(span.end - span.start), ...meaning.map(({ word }) => word), span.failed && `error ${span.message}`,
    orphan && 'parent not received', cycle && 'its own ancestor', span.events.length > 0 && plural(span.events.length, 'event'),
    state.path.length > 0 && 'on the critical path', state.hidden > 0 && `${plural(state.hidden, 'span')} folded`].filter(Boolean).join(', ');
}

function names(row, meaning, state) {
  const { span, depth, orphan, cycle } = row;
  return html`<div class="what" title=${`${span.service} · ${span.name}`} ${vars({ '--indent': `${Math.min(depth, DEEPEST_INDENT) * INDENT}px` })}>
    <span class="fold" aria-hidden="true">${folds(row) ? (state.folded ? '▸' : '▾') : ''}</span>
    ${depth > DEEPEST_INDENT ? html`<span class="deep">${depth}</span>` : nothing}
    <span class="stripe"></span>
    <b>${span.name}</b>
    ${row.parent?.span.service === span.service ? nothing : html`<span class="soft">${span.service}</span>`}
    ${meaning.map((badge) => html`<span class="tag ${badge.tone}" title=${badge.title}>${badge.word}</span>`)}
    ${orphan ? html`<span class="orphan" title="Its parent is not in the store">no parent</span>` : nothing}
    ${cycle ? html`<span class="orphan" title="Following the parents leads back to it">cycle</span>` : nothing}
    ${state.hidden > 0 ? html`<span class="hidden-count">+${state.hidden}</span>` : nothing}
  </div>`;
}
