package dev.foundation.tracing.runtime.sampling.keep;

import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Tells of spans that are recorded and not sampled; at the end of any other, too, what is held may have become too old.
 * Whatever fails in here, the application has to go on: it called {@code span.end()}, and no more.
 */
final class UnsampledSpans implements SpanProcessor {

    private final HeldTraces held;

    UnsampledSpans(HeldTraces held) {
        this.held = held;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        try {
            if (!span.getSpanContext().isSampled())
                held.started(span);
        } catch (Throwable e) {
            TracingFailures.report("span '" + span.getName() + "' is not held", e);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        try {
            if (!span.getSpanContext().isSampled())
                held.ended(span);
            held.sweep();
        } catch (Throwable e) {
            TracingFailures.report("span '" + span.getName() + "', or what is held with it, is lost", e);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
