// Which rows of a tree are folded, so that what is below them is out of sight. The rows themselves do not change.

import { visible } from './tree.js';

export class Folds {
  constructor(folded = []) {
    this.folded = new Set(folded);
  }

  has(row) {
    return this.folded.has(row);
  }

  shown(rows) {
    return visible(rows, this.folded);
  }

  with(row, folded) {
    const changed = new Folds(this.folded);
    if (folded && folds(row)) changed.folded.add(row);
    else changed.folded.delete(row);
    return changed;
  }

  /** All that is below the roots, so that the services called first stay in sight. */
  static all(rows) {
    return new Folds(rows.filter((row) => row.depth > 0 && folds(row)));
  }

  /** What is above this row is opened. */
  opened(row) {
    const changed = new Folds(this.folded);
    for (let above = row.parent; above; above = above.parent) changed.folded.delete(above);
    return changed;
  }

  /** After new spans have come the rows are new ones. */
  moved(again) {
    return new Folds([...this.folded].map(again).filter((row) => row));
  }
}

export function folds(row) {
  return row.end > row.index + 1;
}
