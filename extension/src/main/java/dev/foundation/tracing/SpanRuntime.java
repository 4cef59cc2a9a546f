package dev.foundation.tracing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;

/**
 * The one seam between this API and what does its work. The extension installs its implementation when the application
 * starts; applications use {@link Spans} instead. Implementations are safe from any thread.
 */
public interface SpanRuntime {

    /** @return what is installed; before start-up and after shutdown, one that runs every body without a span */
    static SpanRuntime installed() {
        return InstalledRuntime.current;
    }

    /** @param runtime what does the work from now on, or null to run bodies without spans again */
    static void install(@Nullable SpanRuntime runtime) {
        InstalledRuntime.current = runtime == null ? InstalledRuntime.WITHOUT_SPANS : runtime;
    }

    /** Behind {@link Spans#withSpan(String, SpanBody)}. */
    <T extends @Nullable Object, X extends Throwable> T call(String name, Attributes attributes, SpanBody<T, X> body) throws X;

    /** Behind {@link Spans#withSpan(String, SpanFunction)}. */
    <T extends @Nullable Object, X extends Throwable> T callWith(String name, Attributes attributes, SpanFunction<T, X> body)
            throws X;

    /** Behind {@link Spans#withSpan(String, SpanAction)}. */
    <X extends Throwable> void run(String name, Attributes attributes, SpanAction<X> action) throws X;

    /** Behind {@link Spans#runWithSpan(String, SpanConsumer)}. */
    <X extends Throwable> void runWith(String name, Attributes attributes, SpanConsumer<X> action) throws X;

    /** Behind {@link Spans#withPropagatedContext(PropagatedContext, SpanBody)}. */
    <T extends @Nullable Object, X extends Throwable> T callIn(PropagatedContext context, SpanBody<T, X> body) throws X;

    /** Behind {@link Spans#withPropagatedContext(PropagatedContext, SpanAction)}. */
    <X extends Throwable> void runIn(PropagatedContext context, SpanAction<X> action) throws X;

    /** @return the current span; one that is invalid and ignores everything if there is none */
    Span currentSpan();

    /**
     * The current span, to be changed. With none active, a warning says so, once per call site.
     *
     * @param callSite stands for the caller in that warning
     */
    Span currentSpanFor(String callSite);

    /** Behind {@link Spans#propagateContext()}. */
    PropagatedContext propagateContext();

    /** Behind {@link Spans#traceHeaders()}. */
    Map<String, String> traceHeaders();

    /** Behind {@link PropagatedContext#toHeaders()}. */
    Map<String, String> toHeaders(PropagatedContext context);

    /** Behind {@link PropagatedContext#fromHeaders(Map)}. */
    PropagatedContext fromHeaders(Map<String, String> headers);
}
