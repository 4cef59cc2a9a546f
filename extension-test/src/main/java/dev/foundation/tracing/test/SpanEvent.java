package dev.foundation.tracing.test;

import java.util.Map;

/**
 * Something that happened while a span was open.
 *
 * @param epochNanos nanoseconds since 1970
 * @param attributes as in {@link TraceSpan#attributes()}
 */
public record SpanEvent(String name, long epochNanos, Map<String, Object> attributes) {

    public SpanEvent {
        attributes = ReadOnly.copy(attributes);
    }
}
