package dev.foundation.tracing.tracestore.model;

/**
 * A pointer to a span that is related, but is no parent; usually in another trace.
 *
 * @param traceState the W3C tracestate of the linked span; empty if it had none
 * @param droppedAttributes how many attributes were lost on the way here
 */
public record SpanLink(TraceId traceId, SpanId spanId, String traceState, Attributes attributes, int droppedAttributes) {
}
