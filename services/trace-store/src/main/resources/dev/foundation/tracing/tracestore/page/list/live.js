// The listing as the store sends it: whenever it changes, but never while nobody looks. A browser opens six connections to
// one server and no more, for all its tabs together: a hidden tab must not hold one.

const AGAIN_AFTER_MILLIS = 3000;

/**
 * @param {URLSearchParams} parameters
 * @param {{listing: (listing: object) => void, refused: (problem: object) => void, connected: (yes: boolean) => void}} heard
 * @returns {{stop: () => void}}
 */
export function follow(parameters, heard) {
  const stopped = new AbortController();
  let source = null;
  let timer = 0;

  function open() {
    clearTimeout(timer);
    if (source || document.hidden || stopped.signal.aborted) return;
    source = new EventSource(`/api/store/live?${parameters}`);
    source.addEventListener('open', () => heard.connected(true));
    source.addEventListener('listing', (event) => heard.listing(JSON.parse(event.data)));
    source.addEventListener('refused', (event) => { close(); stopped.abort(); heard.refused(JSON.parse(event.data)); });
    source.addEventListener('error', lost);
  }

  // The browser tries again by itself, unless it was answered with an error.
  function lost() {
    heard.connected(false);
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    timer = setTimeout(open, AGAIN_AFTER_MILLIS);
  }

  function close() {
    source?.close();
    source = null;
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()), { signal: stopped.signal });
  open();
  return { stop: () => { clearTimeout(timer); close(); stopped.abort(); } };
}
