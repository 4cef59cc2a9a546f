// Tempo's JSON of a trace as plain spans: ids in hex, times in nanoseconds since the trace began.

/** @returns {{start: bigint, spans: object[]}} start in nanoseconds since 1970 */
export function decode(resourceSpans) {
  const raw = resourceSpans.flatMap((resourceSpan) => (resourceSpan.scopeSpans ?? []).flatMap((scopeSpan) => (scopeSpan.spans ?? [])
    .map((span) => ({ span, resource: resourceSpan.resource ?? {}, scope: scopeSpan.scope ?? {} }))));
  const start = raw.reduce((least, { span }) => (BigInt(span.startTimeUnixNano) < least ? BigInt(span.startTimeUnixNano) : least), 1n << 63n);
  return { start, spans: raw.map((entry) => decodeSpan(entry, start)) };
}

function decodeSpan({ span, resource, scope }, start) {
  const from = Number(BigInt(span.startTimeUnixNano) - start);
  return {
    id: hex(span.spanId),
    parent: span.parentSpanId ? hex(span.parentSpanId) : null,
    name: span.name || 'no name',
    service: text(find(resource.attributes, 'service.name')) ?? '',
    kind: (span.kind ?? '').replace('SPAN_KIND_', '').toLowerCase(),
    start: from,
    // A clock that was set back gives an end before the start: the bar then has no length.
    end: Math.max(from, Number(BigInt(span.endTimeUnixNano ?? span.startTimeUnixNano) - start)),
    failed: span.status?.code === 'STATUS_CODE_ERROR',
    status: (span.status?.code ?? '').replace('STATUS_CODE_', '').toLowerCase(),
    message: span.status?.message ?? '',
    traceState: span.traceState ?? '',
    attributes: pairs(span.attributes),
    events: (span.events ?? []).map((event) => decodeEvent(event, start)),
    links: (span.links ?? []).map((link) => ({ trace: hex(link.traceId), span: hex(link.spanId), attributes: pairs(link.attributes) })),
    dropped: { attributes: span.droppedAttributesCount ?? 0, events: span.droppedEventsCount ?? 0, links: span.droppedLinksCount ?? 0 },
    resource: pairs(resource.attributes),
    scope: [...(scope.name ? [['name', scope.name]] : []), ...(scope.version ? [['version', scope.version]] : []), ...pairs(scope.attributes)],
  };
}

function decodeEvent(event, start) {
  const attributes = pairs(event.attributes);
  const failure = event.name === 'exception' || attributes.some(([key]) => key.startsWith('exception.'));
  return { at: Number(BigInt(event.timeUnixNano ?? 0) - start), name: event.name || 'no name', attributes, failure };
}

function hex(base64) {
  return Array.from(atob(base64), (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

function find(attributes, key) {
  return attributes?.find((attribute) => attribute.key === key)?.value;
}

/** @returns {string[][]} key, value as text, and OTLP's name of the value's type */
function pairs(attributes) {
  return (attributes ?? []).map(({ key, value }) => [key, text(value) ?? '', Object.keys(value ?? {})[0]]);
}

function text(value) {
  if (value === undefined) return null;
  const plain = simple(value);
  return typeof plain === 'object' ? JSON.stringify(plain) : String(plain);
}

function simple(value) {
  if ('arrayValue' in value) return (value.arrayValue.values ?? []).map(simple);
  if ('kvlistValue' in value) return Object.fromEntries((value.kvlistValue.values ?? []).map((entry) => [entry.key, simple(entry.value)]));
  if ('bytesValue' in value) return `base64:${value.bytesValue}`;
  return value.stringValue ?? value.boolValue ?? value.intValue ?? value.doubleValue ?? '';
}
