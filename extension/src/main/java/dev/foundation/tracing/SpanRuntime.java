package dev.foundation.tracing;

import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.context.Scope;

/**
 * The one seam between this API and what does its work. The extension installs its implementation when the application
 * starts; applications use {@link Spans} instead. Implementations are safe from any thread and never throw.
 *
 * <pre>{@code
 * SpanRuntime.install(new OpenTelemetrySpans(opener)); // what the extension does, and nobody else
 * }</pre>
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

    /** @return a span that is current from now on, or {@link ActiveSpan#ignoring()} where none is to be made */
    ActiveSpan open(String name);

    /** @return a span that is current from now on, or {@link ActiveSpan#ignoring()} where none is to be made */
    ActiveSpan open(String name, SpanOptions options);

    /**
     * The current span, to be changed. With none active it ignores everything, and a warning says so, once per call site.
     *
     * @param what the attribute's key or the event's name, which stands for the call site where nothing better is known
     */
    ActiveSpan current(String what);

    /** Behind {@link Spans#cacheAside} and {@link Spans#cacheAsideAsync}. */
    CacheAside cacheAside();

    /** Behind {@link Spans#withPropagatedContext}. */
    Scope continueIn(PropagatedContext context);

    /** Behind {@link Spans#wrap(Runnable)}. */
    Runnable wrap(Runnable task);

    /** Behind {@link Spans#wrap(Callable)}. */
    <T extends @Nullable Object> Callable<T> wrap(Callable<T> task);

    /**
     * Opens the span of a batch, which is current from now on, and with it those of its items.
     *
     * @param itemName of the items' spans; null if none was given
     * @param limit how many items have a span though they succeed; negative if that was not said
     */
    BatchSpans openBatch(String name, @Nullable String itemName, int size, int limit);

    /** Behind {@link Spans#propagateContext()}. */
    PropagatedContext propagateContext();

    /** Behind {@link Spans#traceHeaders()}. */
    Map<String, String> traceHeaders();

    /** Behind {@link PropagatedContext#toHeaders()}. */
    Map<String, String> toHeaders(PropagatedContext context);

    /** Behind {@link PropagatedContext#fromHeaders(Map)}. */
    PropagatedContext fromHeaders(Map<String, String> headers);
}
