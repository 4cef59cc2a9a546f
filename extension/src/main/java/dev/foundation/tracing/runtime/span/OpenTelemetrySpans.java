package dev.foundation.tracing.runtime.span;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
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
    private final EventIntervals eventIntervals = new EventIntervals(System::nanoTime);
    private final boolean eventsNeedRecording;
    private final BatchOpener batches;
    private final ClientCalls calls;

    public OpenTelemetrySpans(SpanOpener opener, CacheAside cacheAside, BatchOpener batches, ClientCalls calls) {
        super(cacheAside);
        this.opener = opener;
        this.eventsNeedRecording = opener.events().needsRecording();
        this.batches = batches;
        this.calls = calls;
    }

    @Override
    public ActiveSpan open(String name) {
        return orIgnoring(opener.open(SpanPoints.named(name)));
    }

    @Override
    public ActiveSpan open(String name, SpanOptions options) {
        return orIgnoring(opener.open(name, options));
    }

    private ActiveSpan orIgnoring(@Nullable ActiveSpan span) {
        if (span != null)
            return span;
        return eventsNeedRecording ? ActiveSpan.ignoring() : eventsAlone();
    }

    /** It may be a span that is recorded, if the one inside is switched off: nothing else that is said to that is for this. */
    private ActiveSpan eventsAlone() {
        Context context = currentContext();
        return new OthersSpan(Span.wrap(Span.fromContext(context).getSpanContext()), context, opener);
    }

    @Override
    public ActiveSpan current(String what) {
        Context here = Context.current();
        if (eventsNeedRecording && opener.isKnownToDrop(here))
            return ActiveSpan.ignoring();
        Context context = SpanOpener.live(here);
        if (context instanceof OpenSpan ours)
            return ours.latest();
        Span span = Span.fromContext(context);
        if (keepsEvents(span))
            return new OthersSpan(span, context, opener);
        if (!span.getSpanContext().isValid())
            opener.observation().lost().spanMissing(what);
        return ActiveSpan.ignoring();
    }

    private boolean keepsEvents(Span span) {
        return eventsNeedRecording ? span.isRecording() : opener.events().keeps(span);
    }

    @Override
    public ActiveSpan currentOncePer(String name, Duration interval) {
        ActiveSpan current = current(name);
        if (!(current instanceof RecordingSpan span) || !keepsEvents(span.span))
            return ActiveSpan.ignoring();
        try {
            long leftOut = eventIntervals.due(name, interval);
            if (leftOut == EventIntervals.NOT_DUE)
                return ActiveSpan.ignoring();
            if (leftOut == 0)
                return span;
            return new SpanAfterLeftOut(span, opener, leftOut);
        } catch (RuntimeException e) {
            TracingFailures.report("event '" + name + "' was not recorded", e);
            return ActiveSpan.ignoring();
        }
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
