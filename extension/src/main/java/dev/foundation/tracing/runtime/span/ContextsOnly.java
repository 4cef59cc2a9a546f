package dev.foundation.tracing.runtime.span;

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

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.BatchSpans;
import dev.foundation.tracing.CacheAside;
import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.SpanRuntime;
import dev.foundation.tracing.runtime.context.ContextHeaders;
import dev.foundation.tracing.runtime.context.ContextValues;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** The API where the extension is switched off: no span of ours, but whoever makes spans can carry them elsewhere. */
public class ContextsOnly implements SpanRuntime {

    private final ContextHeaders headers = new ContextHeaders();
    private final CacheAside cacheAside;

    public ContextsOnly(CacheAside cacheAside) {
        this.cacheAside = cacheAside;
    }

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

    Context currentContext() {
        return Context.current();
    }

    @Override
    public final CacheAside cacheAside() {
        return cacheAside;
    }

    @Override
    public final Scope continueIn(PropagatedContext propagated) {
        try {
            return continued(ContextValues.on(currentContext(), propagated));
        } catch (RuntimeException e) {
            TracingFailures.report("a context was not continued", e);
            return Scope.noop();
        }
    }

    // Whoever asked closes it, as soon as the body has run.
    @SuppressWarnings("MustBeClosedChecker")
    static Scope continued(Context context) {
        if (OwnVertxContext.isNeeded())
            return OwnVertxContext.with(context);
        Scope scope = context.makeCurrent();
        return () -> close(scope, context, Context.current());
    }

    @SuppressWarnings("MustBeClosedChecker") // what is made current is closed by the scope that it was given first
    private static void close(Scope scope, Context context, Context current) {
        if (OpenSpan.isInside(current, context))
            OpenSpan.leaveThoseInside(context, current);
        else if (current instanceof OpenSpan)
            return; // the body closed a span that is around all this, and what was around that is current already
        if (current != context)
            context.makeCurrent(); // else a thread's scope would do nothing, and all that follows there be of this trace
        scope.close();
    }

    @Override
    public final Runnable wrap(Runnable task) {
        return new HandedOverRunnable(currentContext(), task);
    }

    @Override
    public final <T extends @Nullable Object> Callable<T> wrap(Callable<T> task) {
        return new HandedOverCallable<>(currentContext(), task);
    }

    @Override
    public BatchSpans openBatch(String name, @Nullable String itemName, int size, int limit) {
        return BatchSpans.none();
    }

    @Override
    public final PropagatedContext propagateContext() {
        return ContextValues.of(currentContext());
    }

    @Override
    public final Map<String, String> traceHeaders() {
        return headers.forCall(ContextValues.of(currentContext()));
    }

    @Override
    public final Map<String, String> toHeaders(PropagatedContext context) {
        return headers.toHeaders(context);
    }

    @Override
    public final PropagatedContext fromHeaders(Map<String, String> map) {
        return headers.fromHeaders(map);
    }

    @Override
    public <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> bodies)
            throws IOException, InterruptedException {
        return client.send(withTraceHeaders(request), bodies);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpClient client, HttpRequest request, BodyHandler<T> bodies,
            @Nullable PushPromiseHandler<T> pushes) {
        return client.sendAsync(withTraceHeaders(request), bodies, pushes);
    }

    private HttpRequest withTraceHeaders(HttpRequest request) {
        try {
            return headers.addTo(request, propagateContext());
        } catch (RuntimeException e) {
            TracingFailures.report("a request has no trace headers", e);
            return request;
        }
    }

    @Override
    public void trace(Object client) {
        // a client that makes no spans of its own needs none of ours
    }
}
