package dev.foundation.tracing.runtime.faulttolerance;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How long something waits. It may begin on one thread and end on another. */
final class Waiting {

    private static final long NOT = 0;

    private final AtomicLong since = new AtomicLong(NOT);

    void begin() {
        since.set(System.nanoTime() | 1); // never the value that stands for not waiting
    }

    /** @return the milliseconds since it began; 0 if it has not, or has ended */
    long end() {
        long begin = since.getAndSet(NOT);
        return begin == NOT ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
