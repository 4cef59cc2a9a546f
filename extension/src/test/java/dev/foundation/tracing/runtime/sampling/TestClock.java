package dev.foundation.tracing.runtime.sampling;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Stands still until it is told to go on. It starts where a clock of nanoseconds overflows soon, as the real one may. */
public final class TestClock implements LongSupplier {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_500_000_000L);

    @Override
    public long getAsLong() {
        return now.get();
    }

    public void goOn(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
