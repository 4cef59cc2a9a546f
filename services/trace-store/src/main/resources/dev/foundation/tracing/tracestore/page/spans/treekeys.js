// Where a key leads in a list of rows, for all trees alike.

/**
 * @param {number} at the selected row, -1 for none
 * @returns {?number} the row to go to; null if the key does not move
 */
export function target(key, at, page, count) {
  const steps = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: count - 1 };
  return key in steps ? Math.min(count - 1, Math.max(0, steps[key])) : null;
}

/** @returns {boolean} whether somebody types text there */
export function isTyping({ target: element }) {
  return Boolean(element.closest?.('input, select, textarea, [contenteditable]'));
}

/** @returns {boolean} whether it belongs to the browser or the system */
export function isShortcut(event) {
  return event.altKey || event.ctrlKey || event.metaKey;
}
