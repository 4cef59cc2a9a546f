// Which view is shown, by the address.

import { go } from './base/address.js';
import './compare/compare.js';
import './base/help.js';
import './files/importing.js';
import './list/list.js';
import './map/map.js';
import './list/status.js';
import './base/theming.js';
import './trace/trace.js';

const VIEWS = [
  [/^\/trace\/([^/]+)/, 'trace-view', ['traceId']],
  [/^\/map\/?$/, 'service-map', []],
  [/^\/compare\/([^/]+)\/([^/]+)/, 'trace-compare', ['first', 'second']],
];
const GO = { t: '/', m: '/map' };

const view = document.getElementById('view');
let going = false;

function show() {
  document.getElementById('status').store = null;
  markWhereWeAre();
  view.replaceChildren(element());
}

function element() {
  for (const [address, name, properties] of VIEWS) {
    const found = location.pathname.match(address);
    if (found) return Object.assign(document.createElement(name), Object.fromEntries(properties.map((property, index) => [property, decoded(found[index + 1])])));
  }
  return document.createElement('trace-list');
}

// What somebody typed into the address may be anything.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function markWhereWeAre() {
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === location.pathname) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

// Links within the page are followed here; with a modifier key they are the browser's.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="/"]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || link.hasAttribute('download')) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});

// "g" and then where to go.
document.addEventListener('keydown', (event) => {
  if (event.target.closest('input:not([type="checkbox"]), select, dialog') || event.altKey || event.ctrlKey || event.metaKey) return;
  if (going && GO[event.key]) go(GO[event.key]);
  going = event.key === 'g';
});
addEventListener('popstate', show);
show();
