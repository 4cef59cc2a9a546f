// Tempo's JSON of a trace as spans: ids in hex, times in nanoseconds since the trace began.

/** @returns {{start: bigint, spans: DecodedSpan[]}} start in nanoseconds since 1970 */
export function decode(resourceSpans) {
  const raw = resourceSpans.flatMap(({ resource, scopeSpans = [] }) => {
    const origin = originOf(resource ?? {});
    return scopeSpans.flatMap(({ scope, spans = [] }) => {
      const scoped = { ...origin, scope: scopeOf(scope ?? {}) };
      return spans.map((span) => ({ span, origin: scoped, from: BigInt(span.startTimeUnixNano) }));
    });
  });
  const start = raw.reduce((least, { from }) => (from < least ? from : least), 1n << 63n);
  return { start, spans: raw.map(({ span, origin, from }) => new DecodedSpan(span, origin, start, Number(from - start))) };
}

function originOf({ attributes }) {
  return { service: text(find(attributes, 'service.name')) ?? '', resource: pairs(attributes) };
}

function scopeOf({ name, version, attributes }) {
  return [...(name ? [['name', name]] : []), ...(version ? [['version', version]] : []), ...pairs(attributes)];
}

/** What a large trace has most of, and what is looked at for few spans only, is decoded when it is asked for. */
class DecodedSpan {
  #raw;
  #start;
  #attributes;
  #events;
  #links;

  constructor(raw, { service, resource, scope }, start, from) {
    this.#raw = raw;
    this.#start = start;
    this.id = hex(raw.spanId);
    this.parent = raw.parentSpanId ? hex(raw.parentSpanId) : null;
    this.name = raw.name || 'no name';
    this.service = service;
    this.kind = (raw.kind ?? '').replace('SPAN_KIND_', '').toLowerCase();
    this.start = from;
    // A clock that was set back gives an end before the start: the bar then has no length.
    this.end = Math.max(from, Number(BigInt(raw.endTimeUnixNano ?? raw.startTimeUnixNano) - start));
    this.failed = raw.status?.code === 'STATUS_CODE_ERROR';
    this.status = (raw.status?.code ?? '').replace('STATUS_CODE_', '').toLowerCase();
    this.message = raw.status?.message ?? '';
    this.traceState = raw.traceState ?? '';
    this.dropped = { attributes: raw.droppedAttributesCount ?? 0, events: raw.droppedEventsCount ?? 0, links: raw.droppedLinksCount ?? 0 };
    this.resource = resource;
    this.scope = scope;
  }

  get attributes() {
    return this.#attributes ??= pairs(this.#raw.attributes);
  }

  get events() {
    return this.#events ??= (this.#raw.events ?? []).map((event) => decodeEvent(event, this.#start));
  }

  get links() {
    return this.#links ??= (this.#raw.links ?? []).map((link) => ({ trace: hex(link.traceId), span: hex(link.spanId), attributes: pairs(link.attributes) }));
  }
}

function decodeEvent(event, start) {
  const attributes = pairs(event.attributes);
  const failure = event.name === 'exception' || attributes.some(([key]) => key.startsWith('exception.'));
  return { at: Number(BigInt(event.timeUnixNano ?? 0) - start), name: event.name || 'no name', attributes, failure };
}

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(base64) {
  const bytes = atob(base64);
  let digits = '';
  for (let i = 0; i < bytes.length; i++) digits += DIGITS[bytes.charCodeAt(i)];
  return digits;
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
