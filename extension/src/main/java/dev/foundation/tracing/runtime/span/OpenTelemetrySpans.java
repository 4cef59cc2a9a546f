package dev.foundation.tracing.runtime.span;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.BatchSpans;
import dev.foundation.tracing.CacheAside;
import dev.foundation.tracing.SpanOptions;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/** The API on OpenTelemetry's spans. */
public final class OpenTelemetrySpans extends ContextsOnly {

    private final SpanOpener opener;
    private final MissingSpanWarnings warnings;
    private final BatchOpener batches;
    private final ClientCalls calls;

    public OpenTelemetrySpans(SpanOpener opener, MissingSpanWarnings warnings, CacheAside cacheAside, BatchOpener batches,
            ClientCalls calls) {
        super(cacheAside);
        this.opener = opener;
        this.warnings = warnings;
        this.batches = batches;
        this.calls = calls;
    }

    @Override
    public ActiveSpan open(String name) {
        return orIgnoring(opener.open(name));
    }

    @Override
    public ActiveSpan open(String name, SpanOptions options) {
        return orIgnoring(opener.open(name, options));
    }

    private static ActiveSpan orIgnoring(@Nullable ActiveSpan span) {
        return span == null ? ActiveSpan.ignoring() : span;
    }

    @Override
    public ActiveSpan current(String what) {
        Context context = currentContext();
        if (context instanceof OpenSpan ours)
            return ours.latest();
        Span span = Span.fromContext(context);
        if (span.isRecording())
            return new OthersSpan(span, context, opener.failures());
        if (span.getSpanContext().isValid())
            return ActiveSpan.ignoring();
        warnings.warnOnce(what);
        return ActiveSpan.ignoring();
    }

    @Override
    public BatchSpans openBatch(String name, @Nullable String itemName, int size, int limit) {
        return batches.open(name, itemName, size, limit);
    }

    @Override
    Context currentContext() {
        return SpanOpener.current();
    }

    @Override
    public <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> bodies)
            throws IOException, InterruptedException {
        return calls.send(client, request, bodies);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpClient client, HttpRequest request, BodyHandler<T> bodies,
            @Nullable PushPromiseHandler<T> pushes) {
        return calls.sendAsync(client, request, bodies, pushes);
    }

    @Override
    public void trace(Object client) {
        calls.trace(client);
    }
}
