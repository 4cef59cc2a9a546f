package dev.foundation.tracing.tracestore.traceql.field;

import java.time.Duration;

/** How long a query may take over all traces together. Used on one thread. */
public final class Deadline {

    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final int CHECKS_PER_LOOK = 256;

    private final long endNanos;
    private int checks;

    private Deadline(Duration atMost) {
        endNanos = System.nanoTime() + atMost.toNanos();
    }

    /** For a query that begins now. */
    public static Deadline usual() {
        return new Deadline(USUAL);
    }

    static Deadline after(Duration atMost) {
        return new Deadline(atMost);
    }

    /** @throws QueryTooLongException if it is over */
    void check() {
        if (++checks % CHECKS_PER_LOOK == 0)
            checkNow();
    }

    /** For what takes long by itself. */
    void checkNow() {
        if (System.nanoTime() - endNanos > 0)
            throw new QueryTooLongException();
    }
}
