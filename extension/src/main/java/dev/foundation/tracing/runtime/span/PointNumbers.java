package dev.foundation.tracing.runtime.span;

import java.time.Duration;

import dev.foundation.tracing.control.SpanPointNumbers;

/** What is counted at a span point. Takes no locks, and loses nothing. */
final class PointNumbers {

    private static final int STARTED = 0;
    private static final int ENDED = 1;
    private static final int FAILED = 2;
    private static final int DROPPED = 3;
    private static final int TOTAL_NANOS = 4;
    private static final int WORST_NANOS = 5;

    private final ThreadCounts counts = new ThreadCounts(6);

    void started() {
        counts.add(STARTED, 1);
    }

    void ended(long nanos, boolean hasFailed) {
        counts.add(ENDED, 1, TOTAL_NANOS, nanos);
        counts.raise(WORST_NANOS, nanos);
        if (hasFailed)
            counts.add(FAILED, 1);
    }

    void dropped() {
        counts.add(DROPPED, 1);
    }

    /** Ends are read first, so that no more of them are seen than of beginnings. */
    SpanPointNumbers read(String name, String place) {
        long failures = counts.sum(FAILED);
        long ends = counts.sum(ENDED);
        return new SpanPointNumbers(name, place, counts.sum(STARTED), ends, failures, counts.sum(DROPPED),
                Duration.ofNanos(counts.sum(TOTAL_NANOS)), Duration.ofNanos(counts.highest(WORST_NANOS)));
    }
}
