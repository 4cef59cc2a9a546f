// The spans of a trace over time.

import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from './announce.js';
import { drag } from './drag.js';
import { PageElement } from './element.js';
import { Folds, folds } from './folds.js';
import { spanRow } from './row.js';
import { ROW_HEIGHT, RowWindow } from './rowwindow.js';
import { ticks } from './ruler.js';
import { isShortcut, target } from './treekeys.js';
import { vars } from './vars.js';
import { Zoom } from './zoom.js';

/** Tells about `span-selected` with {row, event} and about `zoomed` with the range. */
export class SpanWaterfall extends PageElement {
  static properties = { trace: { attribute: false }, matches: { attribute: false }, path: { type: Boolean }, selected: { state: true }, folds: { state: true } };

  constructor() {
    super();
    this.folds = new Folds();
    this.path = true;
    this.sight = new RowWindow(this, '.rows', () => this.reveal());
    this.zoom = new Zoom(() => {
      this.requestUpdate();
      this.tell('zoomed', this.zoom.seen);
    });
  }

  willUpdate(changed) {
    if (changed.has('trace')) this.takeOver();
    if (changed.has('trace') || changed.has('folds')) {
      this.shown = this.folds.shown(this.trace.rows);
      this.position = new Map(this.shown.map((row, index) => [row, index]));
    }
  }

  // After new spans have come the rows are new ones: what was folded and selected is found by the span.
  takeOver() {
    const rows = new Map(this.trace.rows.map((row) => [row.span.id, row]));
    const again = (row) => rows.get(row.span.id);
    this.folds = this.folds.moved(again);
    this.selected = this.selected && again(this.selected);
    this.zoom.within(this.trace.length);
    this.errorsBefore = this.trace.rows.reduce((sums, { span }) => { sums.push(sums.at(-1) + (span.failed ? 1 : 0)); return sums; }, [0]);
  }

  render() {
    const active = this.selected && this.position.has(this.selected) ? `row-${this.selected.index}` : nothing;
    return html`<section class="waterfall" aria-label="Waterfall" ${vars({ '--bar': `${this.sight.bar}px` })}>
      <div class="ruler">${this.legend()}
        <div class="ticks" aria-hidden="true" title="Drag to zoom into a part of the time" @pointerdown=${(down) => drag(down, this.zoom.seen, (part) => this.zoom.to(part))}>${ticks(this.zoom.seen)}</div>
      </div>
      <div class="rows" role="tree" tabindex="0" aria-label="Spans; arrow keys move, left and right fold" aria-activedescendant=${active}
        @keydown=${this.key} @click=${this.click} @dblclick=${this.enlarge} @wheel=${this.wheel}>
        <div role="presentation" ${vars({ '--height': `${this.shown.length * ROW_HEIGHT + 8}px` })}>
          ${repeat(this.sight.inSight(this.shown), ({ row }) => row.index, ({ row, index }) => spanRow(row, this.state(row, index)))}
        </div>
      </div>
    </section>`;
  }

  legend() {
    return html`<div class="legend"><span>Operation</span><span class="actions">
      <button type="button" class="quiet" title="Fold all below the roots" aria-label="Fold all" @click=${() => { this.folds = Folds.all(this.trace.rows); }}>Fold</button>
      <button type="button" class="quiet" title="Unfold everything" aria-label="Unfold all" @click=${() => { this.folds = new Folds(); }}>Unfold</button>
      ${this.zoom.whole ? nothing : html`<button type="button" class="quiet" title="Show the whole time again (Escape)" @click=${() => this.zoom.all()}>Zoom out</button>`}
    </span></div>`;
  }

  state(row, index) {
    const folded = this.folds.has(row);
    return {
      top: index * ROW_HEIGHT, range: this.zoom.seen, folded, selected: row === this.selected,
      hidden: folded ? row.end - row.index - 1 : 0, hiddenErrors: folded ? this.errorsBefore[row.end] - this.errorsBefore[row.index + 1] : 0,
      path: (this.path && this.trace.path.get(row)) || [], match: this.matches?.has(row) ?? false, dimmed: this.matches ? !this.matches.has(row) : false,
    };
  }

  focus() {
    this.querySelector('.rows')?.focus();
  }

  /** @param {?number} event the number of its event that is meant */
  async select(row, event = null) {
    this.selected = row;
    if (!this.position.has(row)) this.folds = this.folds.opened(row);
    this.tell('span-selected', { row, event });
    await this.updateComplete;
    this.reveal();
  }

  reveal() {
    if (this.position.has(this.selected)) this.sight.reveal(this.position.get(this.selected));
  }

  /** Selects the next row like that, from the selected one on and around. */
  next(wanted, backwards = false) {
    const { rows } = this.trace;
    const step = backwards ? -1 : 1;
    const from = this.selected?.index ?? (backwards ? 0 : -1);
    for (let i = 1; i <= rows.length; i++) {
      const row = rows[(from + step * i + 2 * rows.length) % rows.length];
      if (wanted(row)) return this.select(row);
    }
    return announce('There is none');
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  click({ target: element }) {
    const row = this.rowOf(element);
    if (!row) return;
    const event = element.closest('[data-event]')?.dataset.event;
    if (element.closest('.fold')) this.folds = this.folds.with(row, !this.folds.has(row));
    else this.select(row, event === undefined ? null : Number(event));
  }

  enlarge({ target: element }) {
    const row = this.rowOf(element);
    if (row && element.closest('.lane')) this.zoom.around(row.span);
  }

  rowOf(element) {
    const index = element.closest('.row')?.dataset.index;
    return index === undefined ? null : this.trace.rows[Number(index)];
  }

  // With Ctrl it zooms, as maps do; sideways it moves.
  wheel(event) {
    const lane = this.querySelector('.ticks').getBoundingClientRect();
    const share = (event.clientX - lane.left) / lane.width;
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.ctrlKey) this.zoom.by(event.deltaY > 0 ? 1.25 : 0.8, this.zoom.seen.from + Math.min(1, Math.max(0, share)) * (this.zoom.seen.to - this.zoom.seen.from));
    else if (sideways !== 0 && !this.zoom.whole) this.zoom.move(sideways / lane.width);
    else return;
    event.preventDefault();
  }

  key(event) {
    if (isShortcut(event)) return;
    const to = target(event.key, this.selected ? this.position.get(this.selected) ?? -1 : -1, this.sight.page, this.shown.length);
    if (to !== null) this.select(this.shown[to]);
    else if (!this.act(event.key)) return;
    event.preventDefault();
  }

  act(key) {
    const actions = {
      ArrowLeft: () => this.left(), ArrowRight: () => this.right(), Enter: () => this.tell('details-wanted'), ' ': () => this.tell('details-wanted'), Escape: () => this.zoom.all(), 0: () => this.zoom.all(),
      '+': () => this.zoom.by(0.5, this.middle()), '-': () => this.zoom.by(2, this.middle()), z: () => this.selected && this.zoom.around(this.selected.span),
      '[': () => this.zoom.move(-0.25), ']': () => this.zoom.move(0.25),
    };
    actions[key]?.();
    return key in actions;
  }

  middle() {
    const { from, to } = this.zoom.seen;
    if (!this.selected) return (from + to) / 2;
    return Math.min(to, Math.max(from, (this.selected.span.start + this.selected.span.end) / 2));
  }

  left() {
    const row = this.selected;
    if (!row) return;
    if (folds(row) && !this.folds.has(row)) this.folds = this.folds.with(row, true);
    else if (row.parent) this.select(row.parent);
  }

  right() {
    const row = this.selected;
    if (!row || !folds(row)) return;
    if (this.folds.has(row)) this.folds = this.folds.with(row, false);
    else this.select(this.trace.rows[row.index + 1]);
  }
}

customElements.define('span-waterfall', SpanWaterfall);
