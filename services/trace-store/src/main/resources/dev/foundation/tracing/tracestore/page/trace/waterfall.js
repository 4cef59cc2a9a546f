// The spans of a trace over time.

import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { drag } from '../base/drag.js';
import { PageElement } from '../base/element.js';
import { spanRow } from './row.js';
import { RowTree } from '../spans/rowtree.js';
import { ROW_HEIGHT } from '../spans/rowwindow.js';
import { band, ticks } from '../spans/ruler.js';
import { vars } from '../base/vars.js';
import { Zoom } from '../spans/zoom.js';

/** Tells about `span-selected` with {row, event}, about `zoomed` with the range and about `details-wanted`. */
export class SpanWaterfall extends PageElement {
  static properties = { trace: { attribute: false }, matches: { attribute: false }, path: { type: Boolean }, band: { state: true } };

  constructor() {
    super();
    this.path = true;
    this.tree = new RowTree(this, (row, event) => this.tell('span-selected', { row, event }));
    this.zoom = new Zoom(() => {
      this.requestUpdate();
      this.tell('zoomed', this.zoom.seen);
    });
  }

  willUpdate(changed) {
    if (!changed.has('trace')) return;
    const rows = new Map(this.trace.rows.map((row) => [row.span.id, row]));
    this.tree.take(this.trace.rows, (row) => rows.get(row.span.id));
    this.zoom.within(this.trace.length);
    this.errorsBefore = this.trace.rows.reduce((sums, { span }) => { sums.push(sums.at(-1) + (span.failed ? 1 : 0)); return sums; }, [0]);
  }

  render() {
    const { shown, sight } = this.tree;
    return html`<section class="waterfall" aria-label="Waterfall" ${vars({ '--bar': `${sight.bar}px` })}>
      <div class="ruler">${this.legend()}
        <div class="ticks" aria-hidden="true" title="Drag to zoom into a part of the time" @pointerdown=${this.drag}>${ticks(this.zoom.seen)}${this.band ? band(this.band, this.zoom.seen) : nothing}</div>
      </div>
      <div class="rows" role="tree" tabindex="0" aria-label="Spans; arrow keys move, left and right fold" aria-activedescendant=${this.tree.active ?? nothing}
        @keydown=${(event) => this.tree.key(event, this.keys())} @click=${(event) => this.tree.click(event)} @dblclick=${this.enlarge} @wheel=${this.wheel}>
        <div role="presentation" ${vars({ '--height': `${shown.length * ROW_HEIGHT + 8}px` })}>
          ${repeat(sight.inSight(shown), ({ row }) => row.index, ({ row, index }) => spanRow(row, this.state(row, index)))}
        </div>
      </div>
    </section>`;
  }

  legend() {
    return html`<div class="legend"><span>Operation</span><span class="actions">
      <button type="button" class="quiet" title="Fold all below the roots" aria-label="Fold all" @click=${() => this.tree.foldAll()}>Fold</button>
      <button type="button" class="quiet" title="Unfold everything" aria-label="Unfold all" @click=${() => this.tree.unfoldAll()}>Unfold</button>
      ${this.zoom.whole ? nothing : html`<button type="button" class="quiet" title="Show the whole time again (Escape)" @click=${() => this.zoom.all()}>Zoom out</button>`}
    </span></div>`;
  }

  state(row, index) {
    const folded = this.tree.folds.has(row);
    return {
      top: index * ROW_HEIGHT, range: this.zoom.seen, folded, selected: row === this.tree.selected,
      hidden: folded ? row.end - row.index - 1 : 0, hiddenErrors: folded ? this.errorsBefore[row.end] - this.errorsBefore[row.index + 1] : 0,
      path: (this.path && this.trace.path.get(row)) || [], match: this.matches?.has(row) ?? false, dimmed: this.matches ? !this.matches.has(row) : false,
    };
  }

  focus() {
    this.querySelector('.rows')?.focus();
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  // What is seen changes at the end only, or it would move under the pointer.
  drag(down) {
    drag(down, this.zoom.seen, (part) => { this.band = part; }, (part) => this.zoom.to(part));
  }

  enlarge({ target: element }) {
    const row = this.tree.rowOf(element);
    if (row && element.closest('.lane')) this.zoom.around(row.span);
  }

  // With Ctrl it zooms, as maps do; sideways it moves.
  wheel(event) {
    const lane = this.querySelector('.ticks').getBoundingClientRect();
    const { from, to } = this.zoom.seen;
    const share = Math.min(1, Math.max(0, (event.clientX - lane.left) / lane.width));
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.ctrlKey) this.zoom.by(event.deltaY > 0 ? 1.25 : 0.8, from + share * (to - from));
    else if (sideways !== 0 && !this.zoom.whole) this.zoom.move(sideways / lane.width);
    else return;
    event.preventDefault();
  }

  keys() {
    const details = () => this.tell('details-wanted');
    return {
      Enter: details, ' ': details, Escape: () => this.zoom.all(), 0: () => this.zoom.all(),
      '+': () => this.zoom.by(0.5, this.middle()), '-': () => this.zoom.by(2, this.middle()), z: () => this.tree.selected && this.zoom.around(this.tree.selected.span),
      '[': () => this.zoom.move(-0.25), ']': () => this.zoom.move(0.25),
    };
  }

  middle() {
    const { from, to } = this.zoom.seen;
    const span = this.tree.selected?.span ?? { start: from, end: to };
    return Math.min(to, Math.max(from, (span.start + span.end) / 2));
  }
}

customElements.define('span-waterfall', SpanWaterfall);
