package dev.foundation.tracing;

import java.util.Map;
import java.util.Objects;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.SpanContext;

/**
 * Where a trace stands, as a value: it goes to any thread, queue or event bus, and as headers to another process.
 * Made by {@link Spans#propagateContext()}, continued by {@link Spans#withPropagatedContext}. Immutable.
 *
 * <pre>{@code
 * PropagatedContext context = propagateContext();
 * queue.put(() -> withPropagatedContext(context, () -> withSpan("order.fulfil", () -> fulfil(order))));
 * }</pre>
 *
 * @param span the span that work done elsewhere will hang on; invalid if there was none
 * @param baggage W3C baggage that travels along; may be empty
 */
public record PropagatedContext(SpanContext span, Baggage baggage) {

    public PropagatedContext {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(baggage, "baggage");
    }

    /**
     * Reads a context from W3C headers. Names are matched without regard to case, everything else is ignored.
     *
     * @param headers as {@link #toHeaders()} gave them, or as a message brought them
     * @return never null; without a span if {@code traceparent} is absent or malformed. Never throws for what the headers hold
     * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
     */
    public static PropagatedContext fromHeaders(Map<String, String> headers) {
        return SpanRuntime.installed().fromHeaders(headers);
    }

    /**
     * @return {@code traceparent}, and {@code tracestate} and {@code baggage} where there are any; empty without a span and
     *         without baggage
     */
    public Map<String, String> toHeaders() {
        return SpanRuntime.installed().toHeaders(this);
    }

    /** For people: {@code trace 4bf9… span 00f0… (sampled)}. */
    @Override
    public String toString() {
        return span.isValid()
                ? "trace " + span.getTraceId() + " span " + span.getSpanId()
                        + (span.isSampled() ? " (sampled)" : " (not sampled)")
                : "no trace";
    }
}
