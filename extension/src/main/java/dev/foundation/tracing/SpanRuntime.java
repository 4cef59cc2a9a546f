package dev.foundation.tracing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

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

    /**
     * Behind {@link Spans#recordEventOncePer(String, Duration)}.
     *
     * @return the current span if an event of that name is due, as in {@link #current}; else one that ignores it
     */
    ActiveSpan currentOncePer(String name, Duration interval);

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

    /** Behind {@link Spans#traced(HttpClient)}; it throws what the client does. */
    <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> bodies)
            throws IOException, InterruptedException;

    /**
     * Behind {@link Spans#traced(HttpClient)}.
     *
     * @param pushes what takes pushed responses, which are not traced; null if they are refused
     */
    <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpClient client, HttpRequest request, BodyHandler<T> bodies,
            @Nullable PushPromiseHandler<T> pushes);

    /** Behind {@link Spans#traced(Object)}: makes a client of a library that an integration knows trace its calls. */
    void trace(Object client);
}
