package dev.foundation.tracing.test.collect;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Keeps the sampled spans of an OpenTelemetry SDK for {@link TraceCollector#ofThisProcess()}, beside whatever else it does with
 * them: exporters stay. An application that uses the extension has one in its tests by itself; elsewhere it is added by hand:
 *
 * <pre>{@code
 * SdkTracerProvider.builder().addSpanProcessor(new SpanCollector())
 * }</pre>
 */
public final class SpanCollector implements SpanProcessor {

    private final SpansOfThisProcess spans;

    public SpanCollector() {
        this(SpansOfThisProcess.INSTANCE);
    }

    SpanCollector(SpansOfThisProcess spans) {
        this.spans = spans;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getSpanContext().isSampled())
            spans.started(span.getSpanContext().getTraceId(), span.getSpanContext().getSpanId(),
                    !span.getParentSpanContext().isValid(), span::getName);
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getSpanContext().isSampled())
            spans.ended(SdkSpan.read(span.toSpanData()));
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
