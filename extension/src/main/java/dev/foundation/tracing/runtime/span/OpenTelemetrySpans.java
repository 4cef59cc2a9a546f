package dev.foundation.tracing.runtime.span;

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

    public OpenTelemetrySpans(SpanOpener opener, MissingSpanWarnings warnings, CacheAside cacheAside, BatchOpener batches) {
        super(cacheAside);
        this.opener = opener;
        this.warnings = warnings;
        this.batches = batches;
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
}
