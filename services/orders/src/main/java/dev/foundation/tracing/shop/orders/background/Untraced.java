package dev.foundation.tracing.shop.orders.background;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * Runs what belongs to no request below a parent that is not sampled. Without it every look into a queue, mostly an empty one,
 * would make a trace of its own out of the spans of its SQL statements: thousands a day that say nothing and hide the others.
 */
public final class Untraced {

    private Untraced() {
    }

    /** Runs the body; what it starts to trace is not recorded, unless it continues another trace. */
    public static <T> T call(Supplier<T> body) {
        try (Scope ignored = Context.root().with(Span.wrap(notSampled())).makeCurrent()) {
            return body.get();
        }
    }

    private static SpanContext notSampled() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // The first bit is set, so that no id is all zeros, which would be none.
        String traceId = TraceId.fromLongs(random.nextLong() | Long.MIN_VALUE, random.nextLong());
        String spanId = SpanId.fromLong(random.nextLong() | Long.MIN_VALUE);
        return SpanContext.create(traceId, spanId, TraceFlags.getDefault(), TraceState.getDefault());
    }
}
