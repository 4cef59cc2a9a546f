// The controls above the list.

import { el } from './dom.js';

export function filterForm(filter, { changed, live }) {
  const text = el('input.filter', { type: 'search', value: filter.text, placeholder: 'Search names, or tags: http.response.status_code=500', 'aria-label': 'Search by words in names, or key=value', autocomplete: 'off', spellcheck: 'false' });
  const service = el('select', { 'aria-label': 'Service' });
  const min = el('input.short', { value: filter.min, placeholder: 'Min: 100ms', 'aria-label': 'Minimum duration, such as 100ms', autocomplete: 'off' });
  const errors = el('input', { type: 'checkbox' });
  const button = el('button.live', { type: 'button', 'aria-pressed': 'true', title: 'New traces appear by themselves', onclick: toggle }, 'Live');
  errors.checked = filter.errors;
  setServices([]);

  const closing = new AbortController();
  let waiting = 0;
  const read = () => changed({ text: text.value.trim(), service: service.value, min: min.value.trim(), errors: errors.checked });
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(read, 250); };
  text.addEventListener('input', soon);
  min.addEventListener('input', soon);
  service.addEventListener('change', read);
  errors.addEventListener('change', read);

  function toggle() {
    const on = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(on));
    button.textContent = on ? 'Live' : 'Paused';
    live(on);
  }

  function setServices(names) {
    const chosen = service.value || filter.service;
    // The chosen one stays, even if its last trace has just gone.
    const all = chosen && !names.includes(chosen) ? [chosen, ...names] : names;
    service.replaceChildren(el('option', { value: '' }, 'All services'), ...all.filter((name) => name).map((name) => el('option', { value: name }, name)));
    service.value = chosen;
  }

  function connected(yes) {
    button.classList.toggle('broken', !yes);
    button.title = yes ? 'New traces appear by themselves' : 'The store does not answer; trying again';
  }

  // The slash is where people look for search.
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && text.isConnected && !event.target.closest('input, select')) {
      event.preventDefault();
      text.focus();
    }
  }, { signal: closing.signal });

  const element = el('div.tools', { role: 'search' }, text, service, min, el('label.check', {}, errors, 'Errors only'), button);
  return { element, setServices, connected, close: () => closing.abort() };
}
