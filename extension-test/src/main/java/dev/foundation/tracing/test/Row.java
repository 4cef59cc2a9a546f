package dev.foundation.tracing.test;

import org.jspecify.annotations.Nullable;

/**
 * One line of a waterfall.
 *
 * @param branch what is drawn in front of the name
 * @param span the span shown, or whose event is shown
 * @param event null where the line shows the span itself
 */
record Row(String branch, TraceSpan span, @Nullable SpanEvent event) {

    String name() {
        return event == null ? span.name() : event.name();
    }

    boolean isFailedSpan() {
        return event == null && span.isError();
    }
}
