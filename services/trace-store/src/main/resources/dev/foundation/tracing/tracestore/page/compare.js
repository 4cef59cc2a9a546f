// Two traces side by side, with what differs.

import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { align } from './align.js';
import { fetchTrace } from './api.js';
import './comparedetails.js';
import './comparehead.js';
import { comparedRow } from './comparerow.js';
import { difference } from './difference.js';
import { PageElement } from './element.js';
import { Folds, folds } from './folds.js';
import { plural } from './format.js';
import { LoadedTrace } from './loadedtrace.js';
import { ROW_HEIGHT, RowWindow } from './rowwindow.js';
import { ticks } from './ruler.js';
import { isShortcut, isTyping, target } from './treekeys.js';
import { vars } from './vars.js';

export class TraceCompare extends PageElement {
  static properties = { first: {}, second: {}, traces: { state: true }, problem: { state: true }, selected: { state: true }, folds: { state: true }, onlyDifferences: { state: true } };

  constructor() {
    super();
    this.folds = new Folds();
    this.onlyDifferences = false;
    this.sight = new RowWindow(this, '.rows', () => this.reveal());
    this.pressed = (event) => this.shortcut(event);
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Two traces compared';
    document.addEventListener('keydown', this.pressed);
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.pressed);
  }

  get ids() {
    return [this.first, this.second];
  }

  async load() {
    try {
      const both = await Promise.all(this.ids.map((id) => fetchTrace(id)));
      const missing = this.ids.filter((_, side) => both[side].length === 0);
      if (missing.length > 0) this.problem = `The store does not have ${missing.join(' and ')}: not arrived yet, or evicted because the store was full.`;
      else this.take(both.map((resourceSpans, side) => new LoadedTrace(this.ids[side], resourceSpans)));
    } catch (error) {
      this.problem = error.message;
    }
  }

  take(traces) {
    this.traces = traces;
    this.length = Math.max(traces[0].length, traces[1].length);
    this.pairs = align(traces[0].rows, traces[1].rows);
    this.differences = new Map(this.pairs.map((pair) => [pair, difference(pair, this.length)]));
    this.notable = withAncestors(this.pairs.filter((pair) => this.differences.get(pair).notable));
  }

  willUpdate() {
    if (!this.traces) return;
    const open = this.folds.shown(this.pairs);
    this.shown = this.onlyDifferences ? open.filter((pair) => this.notable.has(pair)) : open;
    this.position = new Map(this.shown.map((pair, index) => [pair, index]));
  }

  render() {
    if (this.problem) return html`<div class="message" role="alert"><h1>These traces cannot be compared</h1>${this.problem}</div>`;
    if (!this.traces) return nothing;
    return html`<compare-head .traces=${this.traces} .pairs=${this.pairs} .differences=${this.differences}></compare-head>
      <div class="trace-tools">
        <label><input type="checkbox" .checked=${this.onlyDifferences} @change=${({ target: box }) => { this.onlyDifferences = box.checked; }}>Only what differs</label>
        <button type="button" title="Select the next difference (n)" @click=${() => this.next(false)}>Next difference</button>
      </div>
      <div class="split">${this.table()}<compare-details .pair=${this.selected} .difference=${this.differences.get(this.selected)} .ids=${this.ids} @closed=${this.close}></compare-details></div>`;
  }

  table() {
    const active = this.position.has(this.selected) ? `row-${this.selected.index}` : nothing;
    const scale = { from: 0, to: this.length };
    return html`<section class="waterfall compared" aria-label="Spans of both traces" ${vars({ '--bar': `${this.sight.bar}px` })}>
      <div class="ruler"><div class="legend">Operation</div>${[0, 1].map(() => html`<div class="ticks" aria-hidden="true">${ticks(scale, 3)}</div>`)}<div class="change">Change</div></div>
      <div class="rows" role="tree" tabindex="0" aria-label="Spans of both traces; arrow keys move, left and right fold" aria-activedescendant=${active} @keydown=${this.key} @click=${this.click}>
        <div role="presentation" ${vars({ '--height': `${this.shown.length * ROW_HEIGHT + 8}px` })}>
          ${repeat(this.sight.inSight(this.shown), ({ row }) => row.index, ({ row, index }) => comparedRow(row, this.differences.get(row), this.state(row, index)))}
        </div>
        ${this.shown.length === 0 ? html`<p class="message">Nothing differs but times that are close to each other.</p>` : nothing}
      </div>
    </section>`;
  }

  state(pair, index) {
    return { top: index * ROW_HEIGHT, scale: { from: 0, to: this.length }, folded: this.folds.has(pair), selected: pair === this.selected, hidden: this.folds.has(pair) ? plural(pair.end - pair.index - 1, 'span') : '' };
  }

  select(pair) {
    this.selected = pair;
    if (!this.position.has(pair)) this.folds = this.folds.opened(pair);
    this.updateComplete.then(() => this.reveal());
  }

  reveal() {
    if (this.position?.has(this.selected)) this.sight.reveal(this.position.get(this.selected));
  }

  close() {
    this.selected = null;
    this.querySelector('.rows').focus();
  }

  next(backwards) {
    const { pairs } = this;
    const step = backwards ? -1 : 1;
    const from = this.selected?.index ?? (backwards ? 0 : -1);
    for (let i = 1; i <= pairs.length; i++) {
      const pair = pairs[(from + step * i + 2 * pairs.length) % pairs.length];
      if (this.differences.get(pair).notable) return this.select(pair);
    }
    return undefined;
  }

  click({ target: element }) {
    const index = element.closest('.row')?.dataset.index;
    if (index === undefined) return;
    const pair = this.pairs[Number(index)];
    if (element.closest('.fold')) this.folds = this.folds.with(pair, !this.folds.has(pair));
    else this.select(pair);
  }

  key(event) {
    if (isShortcut(event)) return;
    const to = target(event.key, this.position.get(this.selected) ?? -1, this.sight.page, this.shown.length);
    if (to !== null && this.shown.length > 0) this.select(this.shown[to]);
    else if (event.key === 'ArrowLeft') this.left();
    else if (event.key === 'ArrowRight') this.right();
    else if (event.key === 'Enter' || event.key === ' ') this.querySelector('compare-details').focus();
    else return;
    event.preventDefault();
  }

  left() {
    const pair = this.selected;
    if (pair && folds(pair) && !this.folds.has(pair)) this.folds = this.folds.with(pair, true);
    else if (pair?.parent) this.select(pair.parent);
  }

  right() {
    if (this.selected && folds(this.selected)) this.folds = this.folds.with(this.selected, false);
  }

  shortcut(event) {
    if (!this.traces || isShortcut(event) || isTyping(event) || !['n', 'N'].includes(event.key)) return;
    this.next(event.key === 'N');
    event.preventDefault();
  }
}

// What is above a difference stays in sight, so that one sees where it is.
function withAncestors(pairs) {
  const kept = new Set();
  for (const pair of pairs) for (let each = pair; each && !kept.has(each); each = each.parent) kept.add(each);
  return kept;
}

customElements.define('trace-compare', TraceCompare);
