// The store in numbers, at the foot of the page.

import { el } from './dom.js';
import { bytes, count, plural } from './format.js';

export function showStatus(store, shown) {
  const refused = Object.values(store.refused).reduce((sum, number) => sum + number, 0);
  const shownOfAll = shown < store.traces ? `${count(shown)} of ${plural(store.traces, 'trace')}` : plural(store.traces, 'trace');
  document.getElementById('status').replaceChildren(...[
    el('span', {}, shownOfAll),
    el('span', {}, plural(store.spans, 'span')),
    el('span', {}, `${bytes(store.bytes)} of ${bytes(store.maxBytes)}`),
    el('div.meter', { style: { '--full': `${(100 * store.bytes) / store.maxBytes}%` }, 'aria-hidden': 'true' }, el('div')),
    store.evictedTraces > 0 && el('span', { title: 'The oldest traces go when the store is full' }, `${count(store.evictedTraces)} evicted`),
    refused > 0 && el('span.error-text', { title: reasons(store.refused) }, `${count(refused)} refused`),
  ].filter(Boolean));
}

function reasons(refused) {
  return Object.entries(refused).filter(([, number]) => number > 0)
    .map(([reason, number]) => `${count(number)} × ${reason.replaceAll('_', ' ')}`).join('\n');
}
