package dev.foundation.tracing;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;

/**
 * Spans, attributes and events, to be imported statically.
 *
 * <pre>{@code
 * import static dev.foundation.tracing.Spans.*;
 *
 * Order order = withSpan("order.place", "order.items", request.items().size(), () -> {
 *     recordEvent("order.validated");
 *     return orders.store(request);
 * });
 * }</pre>
 *
 * A body runs at once, on the caller's thread; its result comes back, and what it throws is recorded on the innermost span
 * that sees it, marks every span that it leaves as failed, and is rethrown unchanged, with its own type. If the result is a
 * {@code CompletionStage}, {@code Uni} or {@code Multi}, the span ends when that does. Below a parent that is not sampled
 * the body runs without a span of its own; with tracing off, or outside a running application, likewise. Tracing itself
 * never makes a call fail. Every method is safe from any thread.
 *
 * <p>
 * Values of attributes are texts, numbers, booleans or enum constants, or arrays and collections of such; anything else
 * becomes its {@code toString()}, and null is left out. Where {@link Attributes} are a constant, or more than three are
 * needed, hand those over.
 */
public final class Spans {

    private Spans() {
    }

    /** Runs the body inside a span of that name and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, SpanBody<T, X> body) throws X {
        return InsideSpan.call(SpanRuntime.installed().open(name), body);
    }

    /** Runs the body inside a span that begins as the options say and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, SpanOptions options,
            SpanBody<T, X> body) throws X {
        return InsideSpan.call(SpanRuntime.installed().open(name, options), body);
    }

    /** Runs the body inside a span with these attributes and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, Attributes attributes,
            SpanBody<T, X> body) throws X {
        return InsideSpan.call(SpanRuntime.installed().open(name).setAttributes(attributes), body);
    }

    /** Runs the body inside a span with an attribute and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, String key, @Nullable Object value,
            SpanBody<T, X> body) throws X {
        return InsideSpan.call(SpanRuntime.installed().open(name).setAttribute(key, value), body);
    }

    /** Runs the body inside a span with two attributes and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, String key1,
            @Nullable Object value1, String key2, @Nullable Object value2, SpanBody<T, X> body) throws X {
        return InsideSpan.call(SpanRuntime.installed().open(name).setAttribute(key1, value1).setAttribute(key2, value2), body);
    }

    /** Runs the body inside a span with three attributes and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, String key1,
            @Nullable Object value1, String key2, @Nullable Object value2, String key3, @Nullable Object value3,
            SpanBody<T, X> body) throws X {
        return InsideSpan.call(SpanRuntime.installed().open(name).setAttribute(key1, value1).setAttribute(key2, value2)
                .setAttribute(key3, value3), body);
    }

    /** Runs the action inside a span of that name. */
    public static <X extends Throwable> void withSpan(String name, SpanAction<X> action) throws X {
        InsideSpan.run(SpanRuntime.installed().open(name), action);
    }

    /** Runs the action inside a span that begins as the options say. */
    public static <X extends Throwable> void withSpan(String name, SpanOptions options, SpanAction<X> action) throws X {
        InsideSpan.run(SpanRuntime.installed().open(name, options), action);
    }

    /** Runs the action inside a span with these attributes. */
    public static <X extends Throwable> void withSpan(String name, Attributes attributes, SpanAction<X> action) throws X {
        InsideSpan.run(SpanRuntime.installed().open(name).setAttributes(attributes), action);
    }

    /** Runs the action inside a span with an attribute. */
    public static <X extends Throwable> void withSpan(String name, String key, @Nullable Object value, SpanAction<X> action)
            throws X {
        InsideSpan.run(SpanRuntime.installed().open(name).setAttribute(key, value), action);
    }

    /** Runs the action inside a span with two attributes. */
    public static <X extends Throwable> void withSpan(String name, String key1, @Nullable Object value1, String key2,
            @Nullable Object value2, SpanAction<X> action) throws X {
        InsideSpan.run(SpanRuntime.installed().open(name).setAttribute(key1, value1).setAttribute(key2, value2), action);
    }

    /** Runs the action inside a span with three attributes. */
    public static <X extends Throwable> void withSpan(String name, String key1, @Nullable Object value1, String key2,
            @Nullable Object value2, String key3, @Nullable Object value3, SpanAction<X> action) throws X {
        InsideSpan.run(SpanRuntime.installed().open(name).setAttribute(key1, value1).setAttribute(key2, value2)
                .setAttribute(key3, value3), action);
    }

    /** Runs the body inside a span of that name, hands it that span, and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, SpanFunction<T, X> body) throws X {
        return InsideSpan.callWith(SpanRuntime.installed().open(name), body);
    }

    /** Runs the body inside a span that begins as the options say, hands it that span, and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, SpanOptions options,
            SpanFunction<T, X> body) throws X {
        return InsideSpan.callWith(SpanRuntime.installed().open(name, options), body);
    }

    /** Runs the body inside a span with these attributes, hands it that span, and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, Attributes attributes,
            SpanFunction<T, X> body) throws X {
        return InsideSpan.callWith(SpanRuntime.installed().open(name).setAttributes(attributes), body);
    }

    /** Runs the body inside a span with an attribute, hands it that span, and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, String key, @Nullable Object value,
            SpanFunction<T, X> body) throws X {
        return InsideSpan.callWith(SpanRuntime.installed().open(name).setAttribute(key, value), body);
    }

    /** Runs the body inside a span with two attributes, hands it that span, and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, String key1,
            @Nullable Object value1, String key2, @Nullable Object value2, SpanFunction<T, X> body) throws X {
        return InsideSpan.callWith(SpanRuntime.installed().open(name).setAttribute(key1, value1).setAttribute(key2, value2),
                body);
    }

    /** Runs the body inside a span with three attributes, hands it that span, and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T withSpan(String name, String key1,
            @Nullable Object value1, String key2, @Nullable Object value2, String key3, @Nullable Object value3,
            SpanFunction<T, X> body) throws X {
        return InsideSpan.callWith(SpanRuntime.installed().open(name).setAttribute(key1, value1).setAttribute(key2, value2)
                .setAttribute(key3, value3), body);
    }

    /** Runs the action inside a span of that name and hands it that span. */
    public static <X extends Throwable> void runWithSpan(String name, SpanConsumer<X> action) throws X {
        InsideSpan.runWith(SpanRuntime.installed().open(name), action);
    }

    /** Runs the action inside a span that begins as the options say and hands it that span. */
    public static <X extends Throwable> void runWithSpan(String name, SpanOptions options, SpanConsumer<X> action) throws X {
        InsideSpan.runWith(SpanRuntime.installed().open(name, options), action);
    }

    /** Runs the action inside a span with these attributes and hands it that span. */
    public static <X extends Throwable> void runWithSpan(String name, Attributes attributes, SpanConsumer<X> action) throws X {
        InsideSpan.runWith(SpanRuntime.installed().open(name).setAttributes(attributes), action);
    }

    /** Runs the action inside a span with an attribute and hands it that span. */
    public static <X extends Throwable> void runWithSpan(String name, String key, @Nullable Object value,
            SpanConsumer<X> action) throws X {
        InsideSpan.runWith(SpanRuntime.installed().open(name).setAttribute(key, value), action);
    }

    /** Runs the action inside a span with two attributes and hands it that span. */
    public static <X extends Throwable> void runWithSpan(String name, String key1, @Nullable Object value1, String key2,
            @Nullable Object value2, SpanConsumer<X> action) throws X {
        InsideSpan.runWith(SpanRuntime.installed().open(name).setAttribute(key1, value1).setAttribute(key2, value2), action);
    }

    /** Runs the action inside a span with three attributes and hands it that span. */
    public static <X extends Throwable> void runWithSpan(String name, String key1, @Nullable Object value1, String key2,
            @Nullable Object value2, String key3, @Nullable Object value3, SpanConsumer<X> action) throws X {
        InsideSpan.runWith(SpanRuntime.installed().open(name).setAttribute(key1, value1).setAttribute(key2, value2)
                .setAttribute(key3, value3), action);
    }

    /**
     * Starts a span, which is current until it is closed.
     *
     * @return to be closed, by try-with-resources where that is possible; {@code fail} tells it of exceptions
     */
    public static ActiveSpan startSpan(String name) {
        return SpanRuntime.installed().open(name);
    }

    /** Starts a span that begins as the options say; it is current until it is closed. */
    public static ActiveSpan startSpan(String name, SpanOptions options) {
        return SpanRuntime.installed().open(name, options);
    }

    /** Starts a span with these attributes; it is current until it is closed. */
    public static ActiveSpan startSpan(String name, Attributes attributes) {
        return SpanRuntime.installed().open(name).setAttributes(attributes);
    }

    /** Starts a span with an attribute; it is current until it is closed. */
    public static ActiveSpan startSpan(String name, String key, @Nullable Object value) {
        return SpanRuntime.installed().open(name).setAttribute(key, value);
    }

    /**
     * Sets an attribute on the current span. With none active nothing happens, and one warning for this place says so; as
     * with everything here that changes the current span.
     */
    public static void addAttributes(String key, @Nullable String value) {
        SpanRuntime.installed().current(key).setAttribute(key, value);
    }

    /** Sets an attribute on the current span. */
    public static void addAttributes(String key, long value) {
        SpanRuntime.installed().current(key).setAttribute(key, value);
    }

    /** Sets an attribute on the current span. */
    public static void addAttributes(String key, double value) {
        SpanRuntime.installed().current(key).setAttribute(key, value);
    }

    /** Sets an attribute on the current span. */
    public static void addAttributes(String key, boolean value) {
        SpanRuntime.installed().current(key).setAttribute(key, value);
    }

    /** Sets an attribute on the current span. */
    public static void addAttributes(String key, @Nullable Object value) {
        SpanRuntime.installed().current(key).setAttribute(key, value);
    }

    /** Sets an attribute of any of OpenTelemetry's types on the current span. */
    public static <T> void addAttributes(AttributeKey<T> key, @Nullable T value) {
        SpanRuntime.installed().current(String.valueOf(key)).setAttribute(key, value);
    }

    /** Sets two attributes on the current span. */
    public static void addAttributes(String key1, @Nullable Object value1, String key2, @Nullable Object value2) {
        SpanRuntime.installed().current(key1).setAttribute(key1, value1).setAttribute(key2, value2);
    }

    /** Sets three attributes on the current span. */
    public static void addAttributes(String key1, @Nullable Object value1, String key2, @Nullable Object value2, String key3,
            @Nullable Object value3) {
        SpanRuntime.installed().current(key1).setAttribute(key1, value1).setAttribute(key2, value2).setAttribute(key3, value3);
    }

    /** Sets attributes on the current span. */
    public static void addAttributes(Attributes attributes) {
        SpanRuntime.installed().current("addAttributes").setAttributes(attributes);
    }

    /** Sets attributes on the current span, of any number and mixed types. */
    public static void addAttributes(Map<String, ? extends @Nullable Object> attributes) {
        SpanRuntime.installed().current("addAttributes").setAttributes(attributes);
    }

    /** Records an event on the current span, now. */
    public static void recordEvent(String name) {
        SpanRuntime.installed().current(name).recordEvent(name);
    }

    /** Records an event with attributes on the current span, now. */
    public static void recordEvent(String name, Attributes attributes) {
        SpanRuntime.installed().current(name).recordEvent(name, attributes);
    }

    /** Records an event with an attribute on the current span, now. */
    public static void recordEvent(String name, String key, @Nullable Object value) {
        SpanRuntime.installed().current(name).recordEvent(name, key, value);
    }

    /** Records an event with two attributes on the current span, now. */
    public static void recordEvent(String name, String key1, @Nullable Object value1, String key2, @Nullable Object value2) {
        SpanRuntime.installed().current(name).recordEvent(name, key1, value1, key2, value2);
    }

    /** Records an event with three attributes on the current span, now. */
    public static void recordEvent(String name, String key1, @Nullable Object value1, String key2, @Nullable Object value2,
            String key3, @Nullable Object value3) {
        SpanRuntime.installed().current(name).recordEvent(name, key1, value1, key2, value2, key3, value3);
    }

    /**
     * Records an event on the current span, unless one of that name has been recorded in this process within the interval: for
     * what happens often and is worth to be seen now and then. The next one says in {@code event.left_out} how many have not
     * been. Below a parent that is not sampled it neither counts nor keeps others from being recorded.
     *
     * <pre>{@code
     * if (queue.remainingCapacity() == 0)
     *     recordEventOncePer("queue.full", Duration.ofSeconds(10), "queue.name", name);
     * }</pre>
     *
     * @param interval by a clock that does not jump; zero records every one
     */
    public static void recordEventOncePer(String name, Duration interval) {
        SpanRuntime.installed().currentOncePer(name, interval).recordEvent(name);
    }

    /** Records an event with attributes on the current span, at most once within the interval. */
    public static void recordEventOncePer(String name, Duration interval, Attributes attributes) {
        SpanRuntime.installed().currentOncePer(name, interval).recordEvent(name, attributes);
    }

    /** Records an event with an attribute on the current span, at most once within the interval. */
    public static void recordEventOncePer(String name, Duration interval, String key, @Nullable Object value) {
        SpanRuntime.installed().currentOncePer(name, interval).recordEvent(name, key, value);
    }

    /** Records an event with two attributes on the current span, at most once within the interval. */
    public static void recordEventOncePer(String name, Duration interval, String key1, @Nullable Object value1, String key2,
            @Nullable Object value2) {
        SpanRuntime.installed().currentOncePer(name, interval).recordEvent(name, key1, value1, key2, value2);
    }

    /** Records an event with three attributes on the current span, at most once within the interval. */
    public static void recordEventOncePer(String name, Duration interval, String key1, @Nullable Object value1, String key2,
            @Nullable Object value2, String key3, @Nullable Object value3) {
        SpanRuntime.installed().currentOncePer(name, interval).recordEvent(name, key1, value1, key2, value2, key3, value3);
    }

    /** Links the current span with another one, of this trace or any. */
    public static void linkSpan(SpanContext other) {
        SpanRuntime.installed().current("linkSpan").linkSpan(other);
    }

    /** Links the current span with another one, and says how by attributes. */
    public static void linkSpan(SpanContext other, Attributes attributes) {
        SpanRuntime.installed().current("linkSpan").linkSpan(other, attributes);
    }

    /** Links the current span with the one that a context came from: a message's sender, the request behind a batch's item. */
    public static void linkSpan(PropagatedContext other) {
        SpanRuntime.installed().current("linkSpan").linkSpan(other);
    }

    /**
     * Looks a key up in a cache; on a miss fetches the value and puts it into the cache. The cache can be anything: a Redis
     * client, a map, files. Spans: {@code cache.get}, inside it {@code cache.fetch} and {@code cache.put}. Of callers in this
     * application that miss the same key at the same time, one fetches for all; a fetch that fails, fails for all of them. A
     * cache that throws is no reason to fail: the value is fetched then, and the span says why.
     *
     * <pre>{@code
     * Product product = cacheAside("products", sku, redis::get, table::find, (key, found) -> redis.setex(key, 60, found));
     * }</pre>
     *
     * @param cache the cache's name, which stands on spans and metrics. With the key it says which value is meant, anywhere in
     *        the application: whoever misses the same key of that name may get what another has fetched, so caches of different
     *        things, or of different tenants, need names or keys of their own
     * @param key never shown itself, but as a keyed hash; with {@code equals} and {@code hashCode}
     * @param get looks in the cache; null is a miss. Where absence is to be cached, values are {@code Optional}s
     * @param fetch where the value comes from on a miss; what it throws is rethrown unchanged
     * @param put puts what was fetched into the cache; not called for null
     * @return the value; null if there is none
     */
    public static <K, V, X extends Throwable> @Nullable V cacheAside(String cache, K key,
            CacheSource<? super K, ? extends V, ?> get, CacheSource<? super K, ? extends V, X> fetch,
            CacheSink<? super K, ? super V> put) throws X {
        return SpanRuntime.installed().cacheAside().get(cache, key, get, fetch, put);
    }

    /**
     * As {@link #cacheAside}, for a cache and a source that answer later. The returned stage has the value once it has been
     * put into the cache.
     */
    public static <K, V> CompletionStage<V> cacheAsideAsync(String cache, K key,
            Function<? super K, ? extends CompletionStage<? extends V>> get,
            Function<? super K, ? extends CompletionStage<? extends V>> fetch,
            BiFunction<? super K, ? super V, ? extends CompletionStage<?>> put) {
        return SpanRuntime.installed().cacheAside().getAsync(cache, key, get, fetch, put);
    }

    /** @return the current OpenTelemetry span; one that is invalid and ignores everything if there is none, never null */
    public static Span currentSpan() {
        return Span.current();
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
        try (Scope ignored = SpanRuntime.installed().continueIn(context)) {
            return body.run();
        }
    }

    /** Runs the action as part of the trace that the context came from. */
    public static <X extends Throwable> void withPropagatedContext(PropagatedContext context, SpanAction<X> action) throws X {
        try (Scope ignored = SpanRuntime.installed().continueIn(context)) {
            action.run();
        }
    }

    /** @return a task that runs as part of the trace that is current now, on whatever thread */
    public static Runnable wrap(Runnable task) {
        return SpanRuntime.installed().wrap(task);
    }

    /** @return a task that runs as part of the trace that is current now, on whatever thread */
    public static <T extends @Nullable Object> Callable<T> wrap(Callable<T> task) {
        return SpanRuntime.installed().wrap(task);
    }

    /** @return an executor whose tasks run as part of the trace that is current when they are handed over */
    public static Executor wrap(Executor executor) {
        return task -> executor.execute(SpanRuntime.installed().wrap(task));
    }

    /**
     * Runs a step for each item, one after another: a span for all of them, and one for each, with its index and status.
     * An item that fails stops no other.
     *
     * @return values and failures, in the order of the items
     */
    public static <T extends @Nullable Object, R extends @Nullable Object> BatchResult<R> batch(String name,
            Collection<? extends T> items, BatchStep<? super T, ? extends R> step) {
        return new Batch<T>(name, items).each(step);
    }

    /** @return a batch of these items, which says how they are worked on before {@link Batch#each} does that */
    public static <T extends @Nullable Object> Batch<T> batch(String name, Collection<? extends T> items) {
        return new Batch<>(name, items);
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

    /**
     * Makes the JDK's client trace its calls: each has a span by the semantic conventions for HTTP, and carries the trace on by
     * its headers, but none that the request has already.
     *
     * @return to be used in place of the client, which stays as it is; at any time, in a static field too
     */
    public static HttpClient traced(HttpClient client) {
        return client instanceof TracedHttpClient ? client : new TracedHttpClient(client);
    }

    /**
     * Makes another library's client trace its calls: Vert.x's {@code WebClient}, or Mutiny's. Anything else stays as it is,
     * and
     * a warning says so.
     *
     * @return the same client
     */
    public static <C> C traced(C client) {
        SpanRuntime.installed().trace(client);
        return client;
    }
}
