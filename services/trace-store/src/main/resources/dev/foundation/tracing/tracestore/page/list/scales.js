// From times and durations to places in a plot, and back.

const STEPS_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 43200, 86400];
const BINS = 12;

/** @param {number[]} millis @returns a function from milliseconds to pixels, with invert and ticks */
export function timeScale(millis, from, to) {
  const low = least(millis);
  // A moment alone would have no width.
  const high = Math.max(greatest(millis), low + 1000);
  const scale = (value) => from + ((value - low) / (high - low)) * (to - from);
  scale.invert = (pixel) => low + ((pixel - from) / (to - from)) * (high - low);
  const room = Math.max(1, Math.floor((to - from) / 110));
  const step = 1000 * (STEPS_SECONDS.find((seconds) => (high - low) / 1000 / seconds <= room) ?? 86400 * Math.ceil((high - low) / 86400000 / room));
  scale.ticks = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) scale.ticks.push(tick);
  return scale;
}

/** Logarithmic, or one slow trace would flatten all others. @param {number[]} nanos */
export function durationScale(nanos, from, to) {
  const low = Math.log10(least(nanos)) - 0.1;
  const high = Math.max(Math.log10(greatest(nanos)) + 0.1, low + 0.5);
  const scale = (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  scale.invert = (pixel) => 10 ** (low + ((pixel - from) / (to - from)) * (high - low));
  scale.top = to;
  scale.bottom = from;
  scale.ticks = [];
  const every = Math.max(1, Math.ceil((high - low) / 4));
  for (let power = Math.ceil(low); power <= high; power += every) scale.ticks.push(10 ** power);
  if (scale.ticks.length < 2) scale.ticks = [10 ** (low + 0.1), 10 ** (high - 0.1)];
  return scale;
}

/** How many traces took how long, from the shortest to the longest. */
export function histogram(dots, y) {
  const height = (y.bottom - y.top) / BINS;
  const bins = Array.from({ length: BINS }, (_, index) => ({ count: 0, failed: 0, top: y.bottom - (index + 1) * height, height: height - 1 }));
  for (const { nanos, trace } of dots) {
    const bin = bins[Math.min(BINS - 1, Math.max(0, Math.floor((y.bottom - y(nanos)) / height)))];
    bin.count++;
    if (trace.errorCount > 0) bin.failed++;
  }
  return bins.filter((bin) => bin.count > 0);
}

// Not Math.min(...all of them): a call takes a limited number of arguments.
function least(numbers) {
  return numbers.reduce((low, number) => Math.min(low, number), Infinity);
}

function greatest(numbers) {
  return numbers.reduce((high, number) => Math.max(high, number), -Infinity);
}
