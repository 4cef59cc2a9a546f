package dev.foundation.tracing;

import java.util.Map;
import java.util.concurrent.Callable;

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
}
