// The spans of a trace over time. Only the rows in sight exist as elements, so 5,000 spans are as quick as five.

import { announce, el, style } from './dom.js';
import { rowElement } from './row.js';
import { ticks } from './ruler.js';
import { visible } from './tree.js';

const HEIGHT = 26;
const SPARE_ROWS = 6;

export class Waterfall {
  constructor({ select, zoom }) {
    this.onselect = select;
    this.onzoom = zoom;
    this.folded = new Set();
    this.matches = null;
    this.selected = null;
    this.inner = el('div', { role: 'presentation' });
    this.scroller = el('div.rows', { role: 'tree', tabindex: '0', 'aria-label': 'Spans; arrow keys move, left and right fold' }, this.inner);
    this.whole = el('button.quiet', { type: 'button', hidden: true, title: 'Show the whole time again (Escape)', onclick: () => this.zoomTo({ from: 0, to: this.length }) }, 'Zoom out');
    this.ticks = el('div.ticks', { 'aria-hidden': 'true' });
    this.element = el('section.waterfall', { 'aria-label': 'Waterfall' }, el('div.ruler', {}, el('div.legend', {}, 'Service and operation', this.whole), this.ticks), this.scroller);
    this.scroller.addEventListener('scroll', () => this.schedule());
    this.scroller.addEventListener('keydown', (event) => this.key(event));
    this.scroller.addEventListener('click', (event) => this.click(event));
    new ResizeObserver(() => this.schedule()).observe(this.scroller);
  }

  show(rows, length) {
    const spans = new Map(rows.map((row) => [row.span.id, row]));
    const again = (row) => spans.get(row.span.id);
    // After new spans have come the rows are new ones: what was folded and selected is found by the span.
    this.folded = new Set([...this.folded].map(again).filter((row) => row));
    this.rows = rows;
    this.length = length;
    this.errors = rows.reduce((sums, row) => { sums.push(sums[sums.length - 1] + (row.span.failed ? 1 : 0)); return sums; }, [0]);
    this.layout();
    const before = this.selected && again(this.selected);
    this.zoomTo(this.range ?? { from: 0, to: length });
    if (before) this.select(before, false);
  }

  focus() {
    this.scroller.focus();
  }

  zoomTo({ from, to }) {
    const least = Math.max(10, this.length / 1e6);
    const whole = to - from < least || (from <= 0 && to >= this.length);
    this.range = whole ? null : { from, to };
    this.whole.hidden = whole;
    this.ticks.replaceChildren(...ticks(this.seen()));
    this.onzoom(this.seen());
    this.schedule();
  }

  seen() {
    return this.range ?? { from: 0, to: this.length };
  }

  layout() {
    this.shown = visible(this.rows, this.folded);
    this.position = new Map(this.shown.map((row, index) => [row, index]));
    style(this.inner, { '--height': `${this.shown.length * HEIGHT + 8}px` });
    this.schedule();
  }

  schedule() {
    this.pending ??= requestAnimationFrame(() => { this.pending = null; this.draw(); });
  }

  draw() {
    if (!this.rows) return;
    style(this.element, { '--bar': `${this.scroller.offsetWidth - this.scroller.clientWidth}px` });
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / HEIGHT) - SPARE_ROWS);
    const last = Math.min(this.shown.length, Math.ceil((this.scroller.scrollTop + this.scroller.clientHeight) / HEIGHT) + SPARE_ROWS);
    const elements = [];
    for (let i = first; i < last; i++) elements.push(rowElement(this.shown[i], this.state(this.shown[i], i)));
    this.inner.replaceChildren(...elements);
    const active = this.selected && this.position.has(this.selected) ? `row-${this.selected.index}` : null;
    if (active) this.scroller.setAttribute('aria-activedescendant', active);
    else this.scroller.removeAttribute('aria-activedescendant');
  }

  state(row, index) {
    const hidden = this.folded.has(row) ? row.end - row.index - 1 : 0;
    return {
      top: index * HEIGHT, range: this.seen(), hidden, hiddenErrors: hidden > 0 ? this.errors[row.end] - this.errors[row.index + 1] : 0,
      folded: this.folded.has(row), selected: row === this.selected, match: this.matches?.has(row), dimmed: this.matches && !this.matches.has(row),
    };
  }

  select(row, reveal = true) {
    this.selected = row;
    for (let above = row.parent; reveal && above; above = above.parent) this.folded.delete(above);
    if (!this.position.has(row)) this.layout();
    if (reveal) this.scrollTo(this.position.get(row) * HEIGHT);
    this.schedule();
    this.onselect(row, this.rows);
  }

  scrollTo(top) {
    const { scrollTop, clientHeight } = this.scroller;
    if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + HEIGHT > scrollTop + clientHeight) this.scroller.scrollTop = top + HEIGHT - clientHeight;
  }

  fold(row, folded) {
    if (row.end === row.index + 1) return;
    if (folded) this.folded.add(row);
    else this.folded.delete(row);
    this.layout();
  }

  /** @returns {number} how many rows match; null shows all alike again */
  highlight(matches) {
    this.matches = matches && new Set(this.rows.filter(matches));
    this.schedule();
    return this.matches?.size ?? 0;
  }

  nextMatch() {
    if (this.matches?.size > 0) this.next((row) => this.matches.has(row));
  }

  /** Selects the next row like that, from the selected one on and around. */
  next(wanted) {
    const from = this.selected ? this.selected.index + 1 : 0;
    const row = [...this.rows.slice(from), ...this.rows.slice(0, from)].find(wanted);
    if (row) this.select(row);
    else announce('There is none');
  }

  click(event) {
    const index = event.target.closest('.row')?.dataset.index;
    if (index === undefined) return;
    const row = this.rows[Number(index)];
    if (event.target.closest('.fold')) this.fold(row, !this.folded.has(row));
    else this.select(row);
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.selected && this.position.has(this.selected) ? this.position.get(this.selected) : -1;
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / HEIGHT) - 1);
    const target = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: this.shown.length - 1 }[event.key];
    if (target !== undefined) this.select(this.shown[Math.min(this.shown.length - 1, Math.max(0, target))]);
    else if (event.key === 'ArrowLeft') this.left();
    else if (event.key === 'ArrowRight') this.right();
    else if (event.key === 'Enter' || event.key === ' ') document.querySelector('.details')?.focus();
    else if (event.key === 'Escape') this.zoomTo({ from: 0, to: this.length });
    else return;
    event.preventDefault();
  }

  left() {
    const row = this.selected;
    if (!row) return;
    const open = row.end > row.index + 1 && !this.folded.has(row);
    if (open) this.fold(row, true);
    else if (row.parent) this.select(row.parent);
  }

  right() {
    const row = this.selected;
    if (!row || row.end === row.index + 1) return;
    if (this.folded.has(row)) this.fold(row, false);
    else this.select(this.rows[row.index + 1]);
  }
}
