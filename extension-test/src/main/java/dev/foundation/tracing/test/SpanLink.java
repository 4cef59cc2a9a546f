package dev.foundation.tracing.test;

import java.util.Map;

/**
 * A pointer to a span that is related without being the parent, most often in another trace.
 *
 * @param traceId 32 lower-case hex digits
 * @param spanId 16 lower-case hex digits
 * @param attributes as in {@link TraceSpan#attributes()}
 */
public record SpanLink(String traceId, String spanId, Map<String, Object> attributes) {

    public SpanLink {
        attributes = ReadOnly.copy(attributes);
    }
}
