package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** Starts spans as children of what is current, and makes them current. Safe from any thread; never throws. */
public final class SpanOpener {

    private final Tracer tracer;
    private final boolean samplerFollowsParent;

    /** @param samplerFollowsParent whether the sampler is sure to drop every span below a parent that is not sampled */
    public SpanOpener(Tracer tracer, boolean samplerFollowsParent) {
        this.tracer = tracer;
        this.samplerFollowsParent = samplerFollowsParent;
    }

    /** @return the open span, or null where none is to be made; whoever gets one ends it on the same thread */
    public @Nullable OpenSpan open(SpanPoint point) {
        return open(point.name(), Attributes.empty());
    }

    /** @return the open span, or null where none is to be made; whoever gets one ends it on the same thread */
    public @Nullable OpenSpan open(String name, Attributes attributes) {
        try {
            Context parent = Context.current();
            return isDropped(Span.fromContext(parent)) ? null : start(parent, name, attributes);
        } catch (Throwable e) {
            TracingFailures.report("span '" + name + "' was not started", e);
            return null;
        }
    }

    private boolean isDropped(Span parent) {
        SpanContext context = parent.getSpanContext();
        return samplerFollowsParent && context.isValid() && !context.isSampled() && !parent.isRecording();
    }

    // The open span holds the scope, and closes it when it ends.
    @SuppressWarnings("MustBeClosedChecker")
    private OpenSpan start(Context parent, String name, Attributes attributes) {
        Span span = tracer.spanBuilder(name).setParent(parent).startSpan();
        // After the start, where they cost nothing if the span is not recorded; no sampler of ours reads them.
        span.setAllAttributes(attributes);
        return new OpenSpan(span, parent.with(span).makeCurrent());
    }
}
