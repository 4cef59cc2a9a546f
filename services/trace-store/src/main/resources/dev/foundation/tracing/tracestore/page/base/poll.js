// Asks again and again, but never while nobody looks.

const EVERY_MILLIS = 2000;

/**
 * @param {(signal: AbortSignal) => Promise<boolean>} ask true to go on
 * @returns {{stop: () => void, now: () => void}}
 */
export function poll(ask) {
  const abort = new AbortController();
  let timer = 0;
  let running = false;
  let again = true;

  async function turn() {
    clearTimeout(timer);
    if (running || abort.signal.aborted) return;
    running = true;
    try {
      again = await ask(abort.signal);
    } finally {
      // An error of the page's own is for the console, and no reason to stop.
      running = false;
      if (again && !document.hidden && !abort.signal.aborted) timer = setTimeout(turn, EVERY_MILLIS);
    }
  }

  document.addEventListener('visibilitychange', () => { if (again && !document.hidden) turn(); }, { signal: abort.signal });
  turn();
  return { stop: () => { clearTimeout(timer); abort.abort(); }, now: turn };
}
