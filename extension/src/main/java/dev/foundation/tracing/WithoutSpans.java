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

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;

/** Before start-up and after shutdown: every body runs, no span is made. */
final class WithoutSpans implements SpanRuntime {

    private static final PropagatedContext NO_TRACE = new PropagatedContext(SpanContext.getInvalid(), Baggage.empty());
    private static final CacheAside CACHE_ASIDE = new PlainCacheAside();

    @Override
    public ActiveSpan open(String name) {
        return ActiveSpan.ignoring();
    }

    @Override
    public ActiveSpan open(String name, SpanOptions options) {
        return ActiveSpan.ignoring();
    }

    @Override
    public ActiveSpan current(String what) {
        return ActiveSpan.ignoring();
    }

    @Override
    public ActiveSpan currentOncePer(String name, Duration interval) {
        return ActiveSpan.ignoring();
    }

    @Override
    public CacheAside cacheAside() {
        return CACHE_ASIDE;
    }

    @Override
    public Scope continueIn(PropagatedContext context) {
        return Scope.noop();
    }

    @Override
    public Runnable wrap(Runnable task) {
        return task;
    }

    @Override
    public <T extends @Nullable Object> Callable<T> wrap(Callable<T> task) {
        return task;
    }

    @Override
    public BatchSpans openBatch(String name, @Nullable String itemName, int size, int limit) {
        return BatchSpans.none();
    }

    @Override
    public PropagatedContext propagateContext() {
        return NO_TRACE;
    }

    @Override
    public Map<String, String> traceHeaders() {
        return Map.of();
    }

    @Override
    public Map<String, String> toHeaders(PropagatedContext context) {
        return Map.of();
    }

    @Override
    public PropagatedContext fromHeaders(Map<String, String> headers) {
        return NO_TRACE;
    }

    @Override
    public <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> bodies)
            throws IOException, InterruptedException {
        return client.send(request, bodies);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpClient client, HttpRequest request, BodyHandler<T> bodies,
            @Nullable PushPromiseHandler<T> pushes) {
        return client.sendAsync(request, bodies, pushes);
    }

    @Override
    public void trace(Object client) {
        // nothing is known of any library
    }
}
