package dev.foundation.tracing.runtime.sampling;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens, as one number: when it will be full again. So a token is taken by one exchange of that number, and
 * nothing has to fill the bucket.
 */
final class RateLimit implements Decision {

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long nanosPerToken;
    private final long nanosAhead;
    private final LongSupplier nanoClock;
    private final AtomicLong full;

    /**
     * @param perSecond more than 0
     * @param burst how many there are when it is full, at least 1
     */
    RateLimit(double perSecond, double burst, LongSupplier nanoClock) {
        this.nanosPerToken = (long) (NANOS_PER_SECOND / perSecond);
        this.nanosAhead = (long) ((burst - 1) * NANOS_PER_SECOND / perSecond);
        this.nanoClock = nanoClock;
        this.full = new AtomicLong(nanoClock.getAsLong());
    }

    @Override
    public boolean keeps(String traceId) {
        return takes(nanoClock.getAsLong());
    }

    boolean takes(long now) {
        while (true) {
            long then = full.get();
            long from = then - now > 0 ? then : now;
            if (from - now > nanosAhead)
                return false;
            if (full.compareAndSet(then, from + nanosPerToken))
                return true;
        }
    }
}
