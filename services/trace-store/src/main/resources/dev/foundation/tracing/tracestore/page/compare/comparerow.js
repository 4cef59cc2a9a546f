// One row of two traces side by side.

import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { colour } from '../base/colours.js';
import { folds } from '../spans/folds.js';
import { duration, offset, plural, times } from '../base/format.js';
import { vars } from '../base/vars.js';
import { place } from '../spans/zoom.js';

const INDENT = 13;
const DEEPEST_INDENT = 14;

export function comparedRow(pair, difference, state) {
  const { span } = pair.left ?? pair.right;
  const kinds = { row: true, missing: difference.only === 'left', added: difference.only === 'right', slower: difference.timing && difference.ratio > 1, faster: difference.timing && difference.ratio < 1 };
  return html`<div id="row-${pair.index}" role="treeitem" data-index=${pair.index} class=${classMap(kinds)} aria-level=${pair.depth + 1} aria-selected=${String(state.selected)}
    aria-expanded=${folds(pair) ? String(!state.folded) : nothing} aria-label=${label(span, pair, difference)} ${vars({ '--y': `${state.top}px`, '--service': colour(span.service) })}>
    ${names(pair, span, difference, state)}${bar(pair.left, state)}${bar(pair.right, state)}<div class="change">${change(pair, difference)}</div></div>`;
}

function label(span, { left, right }, difference) {
  return [span.service, span.name, left && `A ${took(left)}`, right && `B ${took(right)}`, difference.only && `only in ${side(difference.only)}`, ...tags(difference).map(([word, , title]) => title ?? word)].filter(Boolean).join(', ');
}

function names(pair, span, difference, state) {
  return html`<div class="what" title=${`${span.service} · ${span.name}`} ${vars({ '--indent': `${Math.min(pair.depth, DEEPEST_INDENT) * INDENT}px` })}>
    <span class="fold" aria-hidden="true">${folds(pair) ? (state.folded ? '▸' : '▾') : ''}</span><span class="stripe"></span>
    <b>${span.name}</b>${otherName(pair)}
    ${tags(difference).map(([word, tone, title]) => html`<span class="tag ${tone}" title=${title ?? word}>${word}</span>`)}
    ${state.hidden ? html`<span class="hidden-count">+${state.hidden}</span>` : nothing}</div>`;
}

// Only roots are paired whatever they are called.
function otherName({ left, right }) {
  return left && right && left.span.name !== right.span.name ? html`<span class="soft">in B: ${right.span.name}</span>` : nothing;
}

function tags({ failure, meaning, attributes }) {
  return [meaning && [meaning, 'soft'], failure && [`only ${side(failure)} failed`, 'bad'], attributes.length > 0 && [`±${attributes.length}`, 'soft', `${plural(attributes.length, 'attribute')} with another value`]].filter(Boolean);
}

function side(which) {
  return which === 'left' ? 'A' : 'B';
}

function took({ span }) {
  return duration(span.end - span.start);
}

function bar(row, { scale }) {
  if (!row) return html`<div class="lane"></div>`;
  const from = place(row.span.start, scale);
  const to = place(row.span.end, scale);
  return html`<div class="lane" ${vars({ '--x': `${from}%`, '--w': `${to - from}%` })}><div class=${row.span.failed ? 'bar failed' : 'bar'}></div>
    <span class="took-label ${to < 80 ? 'right' : from > 20 ? 'left' : 'inside'}">${took(row)}</span></div>`;
}

function change({ left, right }, { only, ratio, timing }) {
  if (only) return html`<b class="tag ${only === 'left' ? 'warn' : 'new'}">only in ${side(only)}</b>`;
  const more = right.span.end - right.span.start - (left.span.end - left.span.start);
  return html`${timing && !Number.isNaN(ratio) ? html`<b>${times(ratio)}</b>` : nothing}<span>${more === 0 ? 'same' : offset(more)}</span>`;
}
