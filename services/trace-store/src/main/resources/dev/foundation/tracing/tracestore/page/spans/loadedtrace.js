// One trace with all that is worked out of it once.

import { criticalPath } from './criticalpath.js';
import { decode } from './otlp.js';
import { arrange } from './tree.js';

export class LoadedTrace {
  /** @param {object[]} resourceSpans as Tempo's API gives them */
  constructor(id, resourceSpans) {
    const { start, spans } = decode(resourceSpans);
    this.id = id;
    this.resourceSpans = resourceSpans;
    this.start = start;
    this.rows = arrange(spans);
    // Not Math.max(...all of them): a call takes a limited number of arguments.
    this.length = this.rows.reduce((latest, { span }) => Math.max(latest, span.end), 1);
    this.path = criticalPath(this.rows);
    this.errors = this.rows.filter(({ span }) => span.failed);
  }

  get root() {
    return this.rows[0].span;
  }

  /** @returns {{service: string, spans: number, share: number}[]} the share is of the critical path */
  services() {
    const found = new Map();
    for (const row of this.rows) {
      const { service } = row.span;
      if (!found.has(service)) found.set(service, { service, spans: 0, nanos: 0 });
      const sums = found.get(service);
      sums.spans++;
      sums.nanos += this.onPath(row);
    }
    const all = [...found.values()].reduce((sum, { nanos }) => sum + nanos, 0);
    return [...found.values()].map((each) => ({ ...each, share: all > 0 ? each.nanos / all : 0 }));
  }

  /** @returns {number} for how many nanoseconds this span alone held the trace up */
  onPath(row) {
    return (this.path.get(row) ?? []).reduce((sum, { from, to }) => sum + to - from, 0);
  }
}
