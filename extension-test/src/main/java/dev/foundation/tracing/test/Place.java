package dev.foundation.tracing.test;

import org.jspecify.annotations.Nullable;

/**
 * Where a span or an event stands in the tree.
 *
 * @param event null for the span itself
 * @param branch drawn before its name
 * @param indent drawn before everything below it
 */
record Place(TraceSpan span, @Nullable SpanEvent event, int depth, String branch, String indent) {

    static Place of(TraceSpan span, int depth) {
        return new Place(span, null, depth, "", "");
    }

    static Place of(TraceSpan span, SpanEvent event, int depth) {
        return new Place(span, event, depth, "", "");
    }

    Place drawn(String newBranch, String newIndent) {
        return new Place(span, event, depth, newBranch, newIndent);
    }

    boolean isSpan() {
        return event == null;
    }

    long epochNanos() {
        return event == null ? span.startEpochNanos() : event.epochNanos();
    }
}
