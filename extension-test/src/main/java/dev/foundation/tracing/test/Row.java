package dev.foundation.tracing.test;

import org.jspecify.annotations.Nullable;

/**
 * One line of a waterfall.
 *
 * @param branch what is drawn in front of the name
 * @param below what is drawn in front of a note below the line
 * @param span the span shown, or whose event is shown
 * @param event null where the line shows the span itself
 * @param folded for how many lines this one stands; zero if for itself
 */
record Row(String branch, String below, TraceSpan span, @Nullable SpanEvent event, int folded) {

    String name() {
        return event == null ? span.name() : event.name();
    }

    boolean isFailedSpan() {
        return event == null && span.isError();
    }

    Row standingFor(int lines) {
        return new Row(branch, below, span, event, lines);
    }
}
