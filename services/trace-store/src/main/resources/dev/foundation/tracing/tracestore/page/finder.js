// Finding spans within a trace, and the next error.

import { announce, el } from './dom.js';
import { plural } from './format.js';

export function finder(waterfall) {
  const input = el('input.filter', { type: 'search', placeholder: 'Find in this trace: name, service, attribute', 'aria-label': 'Find spans in this trace', autocomplete: 'off', spellcheck: 'false' });
  const found = el('span.soft');
  const next = el('button', { type: 'button', title: 'Select the next error (e)', onclick: () => waterfall.next((row) => row.span.failed) }, 'Next error');
  const closing = new AbortController();

  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter((word) => word);
    const matches = waterfall.highlight(words.length > 0 ? (row) => words.every((word) => textOf(row.span).includes(word)) : null);
    found.textContent = words.length > 0 ? plural(matches, 'match', 'matches') : '';
    announce(found.textContent);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') waterfall.nextMatch();
    if (event.key === 'Escape' && input.value === '') waterfall.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.target.closest('input, select')) return;
    if (event.key === '/') input.focus();
    else if (event.key === 'e' && !event.ctrlKey && !event.metaKey) next.click();
    else return;
    event.preventDefault();
  }, { signal: closing.signal });

  return { element: el('div.tools', { role: 'search' }, input, found, next), close: () => closing.abort() };
}

const texts = new WeakMap();

function textOf(span) {
  if (!texts.has(span)) {
    const parts = [span.name, span.service, span.id, span.kind, span.message, ...span.attributes.flat(), ...span.events.flatMap((event) => [event.name, ...event.attributes.flat()])];
    texts.set(span, parts.join('\n').toLowerCase());
  }
  return texts.get(span);
}
