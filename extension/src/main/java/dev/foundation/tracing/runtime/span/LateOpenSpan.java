package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** An open span that is counted only when it has ended, if there is one then. */
final class LateOpenSpan extends OpenSpan {

    private final LateSpan late;
    private final @Nullable SpanListeners listeners;

    LateOpenSpan(LateSpan span, Context before, SpanOpener owner, SpanPoint point) {
        super(span, before, owner, point);
        this.late = span;
        this.listeners = owner.observation().listeners();
    }

    @Override
    void countEnd(SpanPoint at) {
        ReadableSpan made = late.made();
        if (made == null)
            return;
        at.numbers().started();
        at.numbers().ended(made.getLatencyNanos(), hasFailed());
        if (listeners != null)
            ListenedSpan.tellAtOnce(listeners, ListenedSpan.observed(at, made), made.toSpanData());
    }
}
