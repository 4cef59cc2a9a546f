package dev.foundation.tracing.runtime.sampling;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps a part of what arrives by its trace id, and corrects that part each second by how much arrived. Until it has, a rate
 * limit bounds what is kept.
 */
final class AdaptiveRate implements Decision {

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    /** What is left of what was known a second ago: a tenfold change is known after three. */
    private static final double LEFT = 0.25;

    private final double targetPerSecond;
    private final LongSupplier nanoClock;
    private final RateLimit atMost;
    private final LongSupplier arrived;
    /** How many had arrived when it was corrected last. */
    private volatile long arrivedBefore;
    private final AtomicLong windowEnd;
    private volatile double arrivingPerSecond = -1;
    private volatile TraceIdRatio part = new TraceIdRatio(1);

    /**
     * @param targetPerSecond more than 0
     * @param arrived how many there have been before
     */
    AdaptiveRate(double targetPerSecond, LongSupplier nanoClock, LongSupplier arrived) {
        this.targetPerSecond = targetPerSecond;
        this.nanoClock = nanoClock;
        this.arrived = arrived;
        this.atMost = new RateLimit(targetPerSecond, Math.max(1, 2 * targetPerSecond), nanoClock);
        this.windowEnd = new AtomicLong(nanoClock.getAsLong() + WINDOW);
    }

    @Override
    public boolean keeps(String traceId) {
        long now = nanoClock.getAsLong();
        long end = windowEnd.get();
        if (now - end >= 0 && windowEnd.compareAndSet(end, now + WINDOW))
            correct(now - end + WINDOW);
        return part.keeps(traceId) && atMost.takes(now);
    }

    private void correct(long nanos) {
        long soFar = arrived.getAsLong();
        double lately = (soFar - arrivedBefore) * (double) WINDOW / nanos;
        arrivedBefore = soFar;
        double left = arrivingPerSecond < 0 ? 0 : Math.pow(LEFT, (double) nanos / WINDOW);
        arrivingPerSecond = (1 - left) * lately + left * arrivingPerSecond;
        part = new TraceIdRatio(Math.min(1, targetPerSecond / Math.max(targetPerSecond, arrivingPerSecond)));
    }
}
