package dev.foundation.tracing.runtime.sampling.keep;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Tells of spans that are recorded and not sampled; at the end of any other, too, what is held may have become too old. */
final class UnsampledSpans implements SpanProcessor {

    private final HeldTraces held;

    UnsampledSpans(HeldTraces held) {
        this.held = held;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (!span.getSpanContext().isSampled())
            held.started(span);
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (!span.getSpanContext().isSampled())
            held.ended(span);
        held.sweep();
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
