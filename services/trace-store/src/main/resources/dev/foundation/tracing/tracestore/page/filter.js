// What somebody types: words to find in names, and key=value for tags.

const TOKEN = /([^\s="]+)=("(?:[^"\\]|\\.)*"|[^\s"]*)|"([^"]*)"|([^\s"]+)/g;

/** @returns {URLSearchParams} for the store; what is empty is left out */
export function parameters(filter) {
  const tags = filter.service ? [`service.name=${quoted(filter.service)}`] : [];
  const words = [];
  for (const [, key, value, phrase, word] of (filter.text ?? '').matchAll(TOKEN)) {
    if (key && !(key === 'service.name' && filter.service)) tags.push(`${key}=${value}`);
    else if (!key) words.push(phrase ?? word);
  }
  const all = { tags: tags.join(' '), words: words.join(' '), minDuration: minDuration(filter.min), errors: filter.errors && 'true', limit: '200' };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value));
}

function quoted(text) {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

// A bare number means milliseconds, and spaces do no harm.
function minDuration(text) {
  const compact = (text ?? '').replace(/\s+/g, '');
  return /^[\d.]+$/.test(compact) ? `${compact}ms` : compact;
}

/** The filter as it stands in the page's address, so that it can be sent to somebody. */
export function fromAddress() {
  const found = new URLSearchParams(location.search);
  return { text: found.get('q') ?? '', service: found.get('service') ?? '', min: found.get('min') ?? '', errors: found.has('errors') };
}

export function toAddress(filter) {
  const kept = new URLSearchParams();
  if (filter.text) kept.set('q', filter.text);
  if (filter.service) kept.set('service', filter.service);
  if (filter.min) kept.set('min', filter.min);
  if (filter.errors) kept.set('errors', '1');
  return kept.size > 0 ? `/?${kept}` : '/';
}
