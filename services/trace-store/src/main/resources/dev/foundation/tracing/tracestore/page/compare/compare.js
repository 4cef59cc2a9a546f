// Two traces side by side, with what differs.

import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { align } from './align.js';
import { fetchTrace } from '../base/api.js';
import './comparedetails.js';
import './comparehead.js';
import { comparedRow } from './comparerow.js';
import { difference } from './difference.js';
import { PageElement } from '../base/element.js';
import { LoadedTrace } from '../spans/loadedtrace.js';
import { RowTree } from '../spans/rowtree.js';
import { ROW_HEIGHT } from '../spans/rowwindow.js';
import { ticks } from '../spans/ruler.js';
import { isShortcut, isTyping } from '../spans/treekeys.js';
import { vars } from '../base/vars.js';

export class TraceCompare extends PageElement {
  static properties = { first: {}, second: {}, traces: { state: true }, problem: { state: true }, selected: { state: true }, onlyDifferences: { state: true } };

  constructor() {
    super();
    this.onlyDifferences = false;
    this.tree = new RowTree(this, (pair) => { this.selected = pair; });
    this.pressed = (event) => this.key(event);
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
    const [left, right] = traces;
    this.scale = { from: 0, to: Math.max(left.length, right.length) };
    this.pairs = align(left.rows, right.rows);
    this.differences = new Map(this.pairs.map((pair) => [pair, difference(pair, this.scale.to)]));
    this.notable = withAncestors(this.pairs.filter((pair) => this.differences.get(pair).notable));
    this.tree.take(this.pairs, (pair) => pair);
    this.traces = traces;
  }

  render() {
    if (this.problem) return html`<div class="message" role="alert"><h1>These traces cannot be compared</h1>${this.problem}</div>`;
    if (!this.traces) return nothing;
    return html`<compare-head .traces=${this.traces} .pairs=${this.pairs} .differences=${this.differences}></compare-head>
      <div class="trace-tools">
        <label><input type="checkbox" .checked=${this.onlyDifferences} @change=${({ target }) => this.show(target.checked)}>Only what differs</label>
        <button type="button" title="Select the next difference (n)" @click=${() => this.next(false)}>Next difference</button>
      </div>
      <div class="split">${this.table()}<compare-details .pair=${this.selected} .difference=${this.differences.get(this.selected)} .ids=${this.ids} @closed=${this.close}></compare-details></div>`;
  }

  table() {
    const { shown, sight } = this.tree;
    return html`<section class="waterfall compared" aria-label="Spans of both traces" ${vars({ '--bar': `${sight.bar}px` })}>
      <div class="ruler"><div class="legend">Operation</div>${[0, 1].map(() => html`<div class="ticks" aria-hidden="true">${ticks(this.scale, 3)}</div>`)}<div class="change">Change</div></div>
      <div class="rows" role="tree" tabindex="0" aria-label="Spans of both traces; arrow keys move, left and right fold" aria-activedescendant=${this.tree.active ?? nothing}
        @keydown=${(event) => this.tree.key(event, this.keys())} @click=${(event) => this.tree.click(event)}>
        <div role="presentation" ${vars({ '--height': `${shown.length * ROW_HEIGHT + 8}px` })}>
          ${repeat(sight.inSight(shown), ({ row }) => row.index, ({ row, index }) => comparedRow(row, this.differences.get(row), this.state(row, index)))}
        </div>
        ${shown.length === 0 ? html`<p class="message">Nothing differs but times that are close to each other.</p>` : nothing}
      </div>
    </section>`;
  }

  state(pair, index) {
    const folded = this.tree.folds.has(pair);
    return { top: index * ROW_HEIGHT, scale: this.scale, folded, selected: pair === this.tree.selected, hidden: folded ? pair.end - pair.index - 1 : 0 };
  }

  show(onlyDifferences) {
    this.onlyDifferences = onlyDifferences;
    this.tree.only(onlyDifferences ? this.notable : null);
  }

  close() {
    this.selected = null;
    this.querySelector('.rows').focus();
  }

  next(backwards) {
    this.tree.next((pair) => this.differences.get(pair).notable, backwards);
  }

  keys() {
    const details = () => this.querySelector('compare-details').focus();
    return { Enter: details, ' ': details };
  }

  key(event) {
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
