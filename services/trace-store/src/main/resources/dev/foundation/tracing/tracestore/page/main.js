// Which view is shown, by the address.

import { go } from './address.js';
import { showList } from './list.js';
import { showTrace } from './trace.js';

const view = document.getElementById('view');
const tools = document.getElementById('tools');
let current = { stop() {} };

function show() {
  current.stop();
  view.replaceChildren();
  tools.replaceChildren();
  const trace = location.pathname.match(/^\/trace\/([^/]+)/);
  current = trace ? showTrace(decodeURIComponent(trace[1]), view, tools) : showList(view, tools);
}

// Links within the page are followed here; with a modifier key they are the browser's.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="/"]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
addEventListener('popstate', show);
show();
