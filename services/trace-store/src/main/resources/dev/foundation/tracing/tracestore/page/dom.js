// Elements without markup: text from a trace is only ever text.

/**
 * @param {string} tag what the element is, with its classes: "div.row.failed"
 * @param {object} properties attributes; on* are listeners, style is a map of custom properties; false and null are left out
 * @param {...(Node|string|number|null)} children strings become text
 */
export function el(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(' ');
  set(element, properties);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(name, properties = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  set(element, properties);
  element.append(...children);
  return element;
}

function set(element, properties) {
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    // The policy forbids style attributes, not the style object.
    else if (key === 'style') style(element, value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
}

export function style(element, values) {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value);
}

/** Says something to screen readers. */
export function announce(text) {
  document.getElementById('announce').textContent = text;
}

export async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Select it to copy';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 1500);
}
