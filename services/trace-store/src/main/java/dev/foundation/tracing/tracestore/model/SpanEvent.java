package dev.foundation.tracing.tracestore.model;

/**
 * Something that happened during a span.
 *
 * @param epochNanos nanoseconds since 1970; not necessarily within the span
 * @param droppedAttributes how many attributes were lost on the way here
 */
public record SpanEvent(String name, long epochNanos, Attributes attributes, int droppedAttributes) {
}
