// Everything the page asks of the store.

/**
 * @param {URLSearchParams} parameters
 * @returns {Promise<{tag: string, listing: object}>} the tag changes whenever the store does
 */
export async function listTraces(parameters, signal) {
  const answer = await ask(`/api/store/traces?${parameters}`, signal);
  return { tag: answer.headers.get('ETag') ?? '', listing: await answer.json() };
}

/** @returns {Promise<object[]>} OTLP's resourceSpans; empty if the store does not have the trace */
export async function fetchTrace(id, signal) {
  const answer = await ask(`/api/v2/traces/${encodeURIComponent(id)}`, signal);
  return (await answer.json()).trace?.resourceSpans ?? [];
}

/**
 * @param {object} request of OTLP
 * @throws {Error} with the store's reason, if it takes none or not all of the spans
 */
export async function sendTrace(request) {
  const answer = await fetch('/v1/traces', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request) });
  const result = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(result.message || `The store answered ${answer.status}.`);
  const { rejectedSpans = 0, errorMessage = '' } = result.partialSuccess ?? {};
  if (Number(rejectedSpans) > 0) throw new Error(`The store refused ${rejectedSpans} spans: ${errorMessage}`);
}

async function ask(path, signal) {
  const answer = await fetch(path, { signal, headers: { Accept: 'application/json' } });
  if (answer.status === 400) throw new RefusedError(await answer.text());
  if (!answer.ok) throw new Error(`the store answered ${answer.status}`);
  return answer;
}

/** The store cannot make sense of the question; its message is for the reader. Any other error may pass. */
export class RefusedError extends Error {}

/** @returns {Promise<{name: string, tags: string[]}[]>} the attributes that are in the store, by scope; none if it cannot tell */
export async function fetchTags(signal) {
  try {
    return (await (await ask('/api/v2/search/tags', signal)).json()).scopes ?? [];
  } catch {
    return [];
  }
}

/** @returns {Promise<{type: string, value: string}[]>} the values of a tag that are in the store; none if it cannot tell */
export async function fetchTagValues(field, signal) {
  try {
    return (await (await ask(`/api/v2/search/tag/${encodeURIComponent(field)}/values`, signal)).json()).tagValues ?? [];
  } catch {
    return [];
  }
}

/** @returns {Promise<{nodes: object[], edges: object[], traces: number, minutes: number}>} edges name their nodes by index */
export async function fetchMap(parameters, signal) {
  return (await ask(`/api/store/map?${parameters}`, signal)).json();
}
