// What the list shows, as it stands in the page's address, so that it can be sent to somebody.

import { isWords } from '../base/traceql.js';

/** @returns {{text: string, from: number|null, to: number|null}} times in milliseconds since 1970 */
export function fromAddress() {
  const found = new URLSearchParams(location.search);
  return { text: found.get('q') ?? '', from: number(found.get('from')), to: number(found.get('to')) };
}

export function toAddress({ text, from, to }, path = '/') {
  const kept = filled({ q: text.trim(), from, to });
  return kept.size > 0 ? `${path}?${kept}` : path;
}

/** @returns {URLSearchParams} for the store */
export function parameters({ text, from, to }) {
  const asked = text.trim();
  return filled({ [isWords(asked) ? 'words' : 'q']: asked, from, to });
}

function filled(values) {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}

function number(text) {
  return /^\d+$/.test(text ?? '') ? Number(text) : null;
}
