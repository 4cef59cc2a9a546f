// The scale above the bars.

import { html } from 'lit';
import { duration } from '../base/format.js';
import { vars } from '../base/vars.js';

const TICKS = 5;

/** Ticks at round times. */
export function ticks({ from, to }, about = TICKS) {
  const step = roundStep((to - from) / about);
  const marks = [];
  for (let at = Math.ceil(from / step) * step; at < to - (to - from) / (4 * about); at += step) {
    marks.push(html`<span ${vars({ '--x': `${(100 * (at - from)) / (to - from)}%` })}>${at === 0 ? '0' : duration(at)}</span>`);
  }
  return marks;
}

/** The part that is being chosen. */
export function band(part, { from, to }) {
  const share = (nanos) => `${(100 * nanos) / (to - from)}%`;
  return html`<div class="band" ${vars({ '--x': share(part.from - from), '--w': share(part.to - part.from) })}></div>`;
}

// 1, 2 or 5 and zeros behind.
function roundStep(atLeast) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, atLeast)));
  return [1, 2, 5, 10].find((factor) => factor * power >= atLeast) * power;
}
