package dev.foundation.tracing.runtime.export;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Counts the spans that a processor is to export. */
final class MadeSpans implements SpanProcessor {

    private final SpanProcessor processor;
    private final SpanCounts counts;

    MadeSpans(SpanProcessor processor, SpanCounts counts) {
        this.processor = processor;
        this.counts = counts;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        processor.onStart(parent, span);
    }

    @Override
    public boolean isStartRequired() {
        return processor.isStartRequired();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Before it is handed on: nothing may be exported that was not made.
        if (span.getSpanContext().isSampled())
            counts.made();
        processor.onEnd(span);
    }

    @Override
    public boolean isEndRequired() {
        return processor.isEndRequired();
    }

    @Override
    public CompletableResultCode forceFlush() {
        return processor.forceFlush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return processor.shutdown();
    }

    @Override
    public void close() {
        processor.close();
    }

    @Override
    public String toString() {
        return processor.toString();
    }
}
