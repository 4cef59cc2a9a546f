// A trace as a file.

import { toOtlp } from './otlpfile.js';

/** Offers OTLP JSON that any collector takes. */
export function download({ id, resourceSpans }) {
  const file = new Blob([JSON.stringify(toOtlp(resourceSpans))], { type: 'application/json' });
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: `trace-${id}.json` }).click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
