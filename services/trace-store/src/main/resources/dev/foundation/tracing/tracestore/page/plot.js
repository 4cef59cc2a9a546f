// Duration over time, one dot per trace: slow and failed ones stand out before a word is read.

import { go } from './address.js';
import { svg } from './dom.js';
import { clock, duration } from './format.js';

const HEIGHT = 80;
const TOP = 8;
const BOTTOM = 14;
const LEFT = 52;

export function plot(traces, width) {
  const dots = traces.map((trace) => ({ trace, at: Number(BigInt(trace.startTimeUnixNano) / 1000n) / 1000, nanos: Math.max(1000, Number(trace.durationNanos)) }));
  const x = scale(dots.map((dot) => dot.at), LEFT + 6, width - 42);
  // Logarithmic, or one slow trace would flatten all others.
  const y = scale(dots.map((dot) => Math.log(dot.nanos)), HEIGHT - BOTTOM, TOP);
  const circles = dots.sort((a, b) => a.trace.errorCount - b.trace.errorCount).map((dot) => circle(dot, x(dot.at), y(Math.log(dot.nanos))));
  const label = { role: 'img', 'aria-label': `Durations of ${traces.length} traces over time; the table below has them all` };
  return svg('svg', label, ...axis(dots, width, y), ...circles);
}

function scale(values, from, to) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));
}

function axis(dots, width, y) {
  if (dots.length === 0) return [];
  const nanos = dots.map((dot) => dot.nanos);
  const ends = [...new Set([Math.min(...nanos), Math.max(...nanos)])];
  return ends.flatMap((value) => {
    const at = y(Math.log(value));
    return [svg('line', { x1: LEFT, x2: width - 32, y1: at, y2: at }), svg('text', { x: 0, y: at + 4 }, duration(value))];
  });
}

function circle({ trace, at, nanos }, cx, cy) {
  const title = svg('title', {}, `${trace.rootServiceName ?? ''} ${trace.rootTraceName ?? ''}\n${duration(nanos)}, ${clock(at)}`);
  return svg('circle', { cx, cy, r: 3.5 + Math.min(5, Math.sqrt(trace.spanCount) / 3), class: trace.errorCount > 0 ? 'failed' : 'fine', onclick: () => go(`/trace/${trace.traceID}`) }, title);
}
