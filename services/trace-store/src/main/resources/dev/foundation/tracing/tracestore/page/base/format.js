// Numbers as people read them.

const UNITS = [['s', 1e9], ['ms', 1e6], ['µs', 1e3], ['ns', 1]];

/** @param {number} nanos */
export function duration(nanos) {
  const size = Math.abs(nanos);
  if (size >= 60e9) return longDuration(nanos);
  const [unit, per] = UNITS.find(([, each]) => size >= each) ?? ['ms', 1e6];
  return `${rounded(nanos / per)} ${unit}`;
}

function longDuration(nanos) {
  const seconds = Math.round(nanos / 1e9);
  const minutes = Math.trunc(seconds / 60);
  if (Math.abs(minutes) < 60) return `${minutes} min ${Math.abs(seconds % 60)} s`;
  return `${Math.trunc(minutes / 60)} h ${Math.abs(minutes % 60)} min`;
}

// Three digits that count: 1.23, 12.3, 123.
function rounded(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return String(Number(value.toFixed(digits)));
}

/** An offset within a trace, with its sign. */
export function offset(nanos) {
  return nanos < 0 ? `−${duration(-nanos)}` : `+${duration(nanos)}`;
}

/** How many times as long. */
export function times(ratio) {
  return `${Math.abs(ratio) >= 0.01 ? rounded(ratio) : '<0.01'}×`;
}

export function count(number) {
  return number.toLocaleString('en');
}

export function plural(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

const MIB = 1024 * 1024;

export function bytes(number) {
  if (number < MIB) return `${Math.ceil(number / 1024)} KiB`;
  return `${rounded(number / MIB)} MiB`;
}

/** @param {number} millis since 1970 */
export function clock(millis) {
  const time = new Date(millis);
  const pad = (number, digits = 2) => String(number).padStart(digits, '0');
  const day = `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
  return `${day} ${pad(time.getHours())}:${pad(time.getMinutes())}:${pad(time.getSeconds())}.${pad(time.getMilliseconds(), 3)}`;
}

/** How long ago, in one word or two. */
export function ago(millis) {
  const seconds = Math.round((Date.now() - millis) / 1000);
  if (seconds < 0) return 'in the future';
  if (seconds < 2) return 'now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86400)} d ago`;
}

/** The time of day of something recent. */
export function timeOfDay(millis) {
  return clock(millis).slice(11, 19);
}

/** How often in a minute. */
export function perMinute(number) {
  return `${number >= 100 ? count(Math.round(number)) : rounded(number)}/min`;
}
