// A tree as a list of rows: which of them are shown, which one is selected, and what keys and clicks do to that. The host
// draws the rows in sight; each has the class "row", its index as data-index and, to fold it, an element of the class "fold".

import { announce } from '../base/announce.js';
import { Folds, folds } from './folds.js';
import { RowWindow } from './rowwindow.js';
import { isShortcut, target } from './treekeys.js';

export class RowTree {
  /** @param {(row: object, event: ?number) => void} selects is told of the row, and of its event that was clicked */
  constructor(host, selects) {
    this.host = host;
    this.selects = selects;
    this.rows = [];
    this.folds = new Folds();
    this.filter = null;
    this.selected = null;
    this.sight = new RowWindow(host, '.rows', () => this.reveal());
  }

  /** After new spans have come the rows are new ones: what was folded and selected is found again by the span. */
  take(rows, again) {
    this.rows = rows;
    this.folds = this.folds.moved(again);
    this.selected = this.selected && again(this.selected);
    this.layout();
  }

  layout() {
    const open = this.folds.shown(this.rows);
    this.shown = this.filter ? open.filter((row) => this.filter.has(row)) : open;
    this.position = new Map(this.shown.map((row, index) => [row, index]));
    this.host.requestUpdate();
  }

  /** @param {?Set<object>} rows the only ones to be shown; null for all */
  only(rows) {
    this.filter = rows;
    this.layout();
  }

  fold(changed) {
    this.folds = changed;
    this.layout();
  }

  foldAll() {
    this.fold(Folds.all(this.rows));
  }

  unfoldAll() {
    this.fold(new Folds());
  }

  /** @returns {?string} the id of the selected row's element, if it is shown */
  get active() {
    return this.position.has(this.selected) ? `row-${this.selected.index}` : null;
  }

  async select(row, event = null) {
    this.selected = row;
    if (!this.position.has(row)) this.fold(this.folds.opened(row));
    this.host.requestUpdate();
    this.selects(row, event);
    await this.host.updateComplete;
    this.reveal();
  }

  reveal() {
    if (this.position?.has(this.selected)) this.sight.reveal(this.position.get(this.selected));
  }

  /** Selects the next row like that, from the selected one on and around. */
  next(wanted, backwards = false) {
    const { rows } = this;
    const step = backwards ? -1 : 1;
    const from = this.selected?.index ?? (backwards ? 0 : -1);
    for (let i = 1; i <= rows.length; i++) {
      const row = rows[(from + step * i + 2 * rows.length) % rows.length];
      if (wanted(row)) return this.select(row);
    }
    return announce('There is none');
  }

  rowOf(element) {
    const index = element.closest('.row')?.dataset.index;
    return index === undefined ? null : this.rows[Number(index)];
  }

  click({ target: element }) {
    const row = this.rowOf(element);
    if (!row) return;
    const event = element.closest('[data-event]')?.dataset.event;
    if (element.closest('.fold')) this.fold(this.folds.with(row, !this.folds.has(row)));
    else this.select(row, event === undefined ? null : Number(event));
  }

  /** @param {Object<string, () => void>} more what other keys do */
  key(event, more) {
    if (isShortcut(event)) return;
    const to = target(event.key, this.position.get(this.selected) ?? -1, this.sight.page, this.shown.length);
    const actions = { ArrowLeft: () => this.left(), ArrowRight: () => this.right(), ...more };
    if (to !== null && this.shown.length > 0) this.select(this.shown[to]);
    else if (event.key in actions) actions[event.key]();
    else return;
    event.preventDefault();
  }

  left() {
    const row = this.selected;
    if (row && folds(row) && !this.folds.has(row)) this.fold(this.folds.with(row, true));
    else if (row?.parent) this.select(row.parent);
  }

  right() {
    const row = this.selected;
    if (!row || !folds(row)) return;
    if (this.folds.has(row)) this.fold(this.folds.with(row, false));
    else this.select(this.rows[row.index + 1]);
  }
}
