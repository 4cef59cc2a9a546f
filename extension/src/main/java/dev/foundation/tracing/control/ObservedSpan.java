package dev.foundation.tracing.control;

import io.opentelemetry.api.trace.SpanContext;

/**
 * The span that a {@link SpanListener} is told of: {@code log.info(span.name() + " in trace " + span.context().getTraceId())}.
 *
 * @param name the span's name
 * @param place the method, or what the span belongs to; empty for one that was begun by its name alone
 * @param context its trace id, span id and flags
 * @param parent those of the span around it; {@linkplain SpanContext#isValid() invalid} for the root of a trace
 */
public record ObservedSpan(String name, String place, SpanContext context, SpanContext parent) {
}
