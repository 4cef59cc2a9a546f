// A trace as a file of OTLP JSON, as any collector takes it: ids in hex and enums as numbers, where Tempo's answers have
// base64 and names.

const KINDS = ['SPAN_KIND_UNSPECIFIED', 'SPAN_KIND_INTERNAL', 'SPAN_KIND_SERVER', 'SPAN_KIND_CLIENT', 'SPAN_KIND_PRODUCER', 'SPAN_KIND_CONSUMER'];
const CODES = ['STATUS_CODE_UNSET', 'STATUS_CODE_OK', 'STATUS_CODE_ERROR'];
const TRACE_ID_DIGITS = 32;
const SPAN_ID_DIGITS = 16;

/**
 * @param {object[]} resourceSpans in OTLP's or in Tempo's JSON
 * @returns {object} the body of an OTLP request
 */
export function toOtlp(resourceSpans) {
  return { resourceSpans: resourceSpans.map((each) => ({ ...each, scopeSpans: (each.scopeSpans ?? []).map(scope) })) };
}

/**
 * @param {object} file OTLP's JSON, or what Tempo or Grafana give for a trace
 * @returns {object[]} its resourceSpans
 * @throws {Error} if there are none
 */
export function resourceSpansOf(file) {
  const found = file?.resourceSpans ?? file?.batches ?? file?.trace?.resourceSpans;
  if (!Array.isArray(found) || found.length === 0) throw new Error('no resourceSpans');
  return found;
}

/** @returns {?string} the trace id of the first span */
export function firstTraceId({ resourceSpans }) {
  for (const { scopeSpans } of resourceSpans) for (const { spans } of scopeSpans) for (const span of spans) return span.traceId;
  return null;
}

function scope(scopeSpans) {
  return { ...scopeSpans, spans: (scopeSpans.spans ?? []).map(span) };
}

function span(raw) {
  const plain = { ...raw, ...ids(raw) };
  if (raw.parentSpanId) plain.parentSpanId = hex(raw.parentSpanId, SPAN_ID_DIGITS);
  if (raw.kind !== undefined) plain.kind = number(raw.kind, KINDS);
  if (raw.status?.code !== undefined) plain.status = { ...raw.status, code: number(raw.status.code, CODES) };
  if (raw.links) plain.links = raw.links.map((link) => ({ ...link, ...ids(link) }));
  return plain;
}

function ids({ traceId, spanId }) {
  return { traceId: hex(traceId ?? '', TRACE_ID_DIGITS), spanId: hex(spanId ?? '', SPAN_ID_DIGITS) };
}

// The two forms differ in length. What is neither is left as it is: the store says what is wrong with it.
function hex(id, digits) {
  if (id.length === digits || !/^[A-Za-z0-9+/]+={1,2}$/.test(id)) return id.toLowerCase();
  return Array.from(atob(id), (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

function number(value, names) {
  const known = names.indexOf(value);
  return known >= 0 ? known : value;
}
