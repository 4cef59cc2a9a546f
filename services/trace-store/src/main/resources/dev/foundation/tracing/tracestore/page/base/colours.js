// One colour per service, the same in every view and after a reload.

const KEY = 'trace-store.services';
const COLOURS = 12;

const names = remembered();

function remembered() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

function index(service) {
  const known = names.indexOf(service);
  if (known >= 0) return known;
  // Names that are made up without end shall not fill the browser's storage.
  if (names.length >= 200) names.length = 0;
  names.push(service);
  try {
    localStorage.setItem(KEY, JSON.stringify(names));
  } catch {
    // No storage, no memory: colours still hold until the next reload.
  }
  return names.length - 1;
}

/** @returns {string} a CSS value */
export function colour(service) {
  return `var(--s${index(service) % COLOURS})`;
}

/** @returns {string} the colour itself, for a canvas */
export function paint(service, canvas) {
  return resolved(colour(service), canvas);
}

/**
 * A custom property is read as it was written; only the colour of an element is worked out for the theme. The element is one
 * without children, or the style of all of them would be worked out again.
 */
export function resolved(value, canvas) {
  canvas.style.setProperty('color', value);
  return getComputedStyle(canvas).color;
}
