// The part of the time that is looked at.

const LEAST_NANOS = 10;
const FINEST_SHARE = 1e-6;

export class Zoom {
  /** @param {() => void} changed is called after each change */
  constructor(changed) {
    this.changed = changed;
    this.length = 1;
    this.range = null;
  }

  get seen() {
    return this.range ?? { from: 0, to: this.length };
  }

  get whole() {
    return this.range === null;
  }

  within(length) {
    this.length = length;
  }

  to({ from, to }) {
    const least = Math.max(LEAST_NANOS, this.length * FINEST_SHARE);
    const all = to - from < least || (from <= 0 && to >= this.length);
    this.range = all ? null : { from: Math.max(0, from), to: Math.min(this.length, to) };
    this.changed();
  }

  all() {
    this.to({ from: 0, to: this.length });
  }

  /** @param {number} at the time that stays where it is */
  by(factor, at) {
    const { from, to } = this.seen;
    const least = Math.max(LEAST_NANOS, this.length * FINEST_SHARE);
    if ((to - from) * factor >= least) this.to({ from: at - (at - from) * factor, to: at + (to - at) * factor });
  }

  move(share) {
    const { from, to } = this.seen;
    const by = Math.min(this.length - to, Math.max(-from, share * (to - from)));
    if (!this.whole) this.to({ from: from + by, to: to + by });
  }

  /** So that a span fills most of what is seen. */
  around({ start, end }) {
    const margin = Math.max(LEAST_NANOS, (end - start) * 0.1);
    this.to({ from: start - margin, to: end + margin });
  }
}

/** @returns {number} where a time lies in a range, in percent; far outside is just outside, for no style sheet counts in millions */
export function place(at, { from, to }) {
  return Math.min(110, Math.max(-10, (100 * (at - from)) / (to - from)));
}
