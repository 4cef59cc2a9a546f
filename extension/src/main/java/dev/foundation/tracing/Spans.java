package dev.foundation.tracing;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/**
 * Spans, attributes and events, to be imported statically.
 *
 * <pre>{@code
 * import static dev.foundation.tracing.Spans.*;
 *
 * Order order = withSpan("order.place", Attributes.of(stringKey("order.channel"), "web"), () -> {
 *     recordEvent("order.validated");
 *     return orders.store(request);
 * });
 * }</pre>
 *
 * A body runs at once, on the caller's thread; its result comes back, and what it throws is recorded on the span, marks it as
 * failed, and is rethrown unchanged, with its own type. Below a parent that is not sampled the body runs without a span of
 * its own; with tracing off, or outside a running application, likewise. Tracing itself never makes a call fail. Every method
 * is safe from any thread.
 */
public final class Spans {

    private Spans() {
    }

    /** Runs the body inside a span of that name and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, SpanBody<T, X> body) throws X {
        return SpanRuntime.installed().call(name, Attributes.empty(), body);
    }

    /** Runs the body inside a span with these attributes and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, Attributes attributes,
            SpanBody<T, X> body) throws X {
        return SpanRuntime.installed().call(name, attributes, body);
    }

    /** Runs the action inside a span of that name. */
    public static <X extends Throwable> void withSpan(String name, SpanAction<X> action) throws X {
        SpanRuntime.installed().run(name, Attributes.empty(), action);
    }

    /** Runs the action inside a span with these attributes. */
    public static <X extends Throwable> void withSpan(String name, Attributes attributes, SpanAction<X> action) throws X {
        SpanRuntime.installed().run(name, attributes, action);
    }

    /** Runs the body inside a span, hands it that span, and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, SpanFunction<T, X> body) throws X {
        return SpanRuntime.installed().callWith(name, Attributes.empty(), body);
    }

    /** Runs the body inside a span with these attributes, hands it that span, and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, Attributes attributes,
            SpanFunction<T, X> body) throws X {
        return SpanRuntime.installed().callWith(name, attributes, body);
    }

    /** Runs the action inside a span and hands it that span. */
    public static <X extends Throwable> void runWithSpan(String name, SpanConsumer<X> action) throws X {
        SpanRuntime.installed().runWith(name, Attributes.empty(), action);
    }

    /** Runs the action inside a span with these attributes and hands it that span. */
    public static <X extends Throwable> void runWithSpan(String name, Attributes attributes, SpanConsumer<X> action)
            throws X {
        SpanRuntime.installed().runWith(name, attributes, action);
    }

    /** Sets an attribute on the current span. With none active nothing happens, and one warning for this key says so. */
    public static void addAttributes(String key, String value) {
        SpanRuntime.installed().currentSpanFor(key).setAttribute(key, value);
    }

    /** Sets an attribute on the current span. With none active nothing happens, and one warning for this key says so. */
    public static void addAttributes(String key, long value) {
        SpanRuntime.installed().currentSpanFor(key).setAttribute(key, value);
    }

    /** Sets an attribute on the current span. With none active nothing happens, and one warning for this key says so. */
    public static void addAttributes(String key, double value) {
        SpanRuntime.installed().currentSpanFor(key).setAttribute(key, value);
    }

    /** Sets an attribute on the current span. With none active nothing happens, and one warning for this key says so. */
    public static void addAttributes(String key, boolean value) {
        SpanRuntime.installed().currentSpanFor(key).setAttribute(key, value);
    }

    /** Sets attributes on the current span. With none active nothing happens, and one warning says so. */
    public static void addAttributes(Attributes attributes) {
        SpanRuntime.installed().currentSpanFor("attributes").setAllAttributes(attributes);
    }

    /** Records an event on the current span, now. With none active nothing happens, and one warning for this name says so. */
    public static void recordEvent(String name) {
        SpanRuntime.installed().currentSpanFor(name).addEvent(name);
    }

    /** Records an event with attributes on the current span, now. With none active it is as without attributes. */
    public static void recordEvent(String name, Attributes attributes) {
        SpanRuntime.installed().currentSpanFor(name).addEvent(name, attributes);
    }

    /** @return the current OpenTelemetry span; one that is invalid and ignores everything if there is none, never null */
    public static Span currentSpan() {
        return SpanRuntime.installed().currentSpan();
    }

    /** @return the current trace id, 32 lower-case hex digits; empty if there is no active span */
    public static Optional<String> currentTraceId() {
        SpanContext context = currentSpan().getSpanContext();
        return context.isValid() ? Optional.of(context.getTraceId()) : Optional.empty();
    }

    /** @return where the trace stands now, to be continued elsewhere by {@link #withPropagatedContext}; never null */
    public static PropagatedContext propagateContext() {
        return SpanRuntime.installed().propagateContext();
    }

    /** Runs the body as part of the trace that the context came from, and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withPropagatedContext(PropagatedContext context,
            SpanBody<T, X> body) throws X {
        return SpanRuntime.installed().callIn(context, body);
    }

    /** Runs the action as part of the trace that the context came from. */
    public static <X extends Throwable> void withPropagatedContext(PropagatedContext context, SpanAction<X> action) throws X {
        SpanRuntime.installed().runIn(context, action);
    }

    /**
     * Headers for a call by a client that is not instrumented.
     *
     * @return {@code traceparent} and {@code x-trace-id} if a span is active, {@code tracestate} and {@code baggage} where
     *         there are any
     */
    public static Map<String, String> traceHeaders() {
        return SpanRuntime.installed().traceHeaders();
    }
}
