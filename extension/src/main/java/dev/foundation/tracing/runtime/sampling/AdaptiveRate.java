package dev.foundation.tracing.runtime.sampling;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import dev.foundation.tracing.runtime.span.ThreadCounts;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/**
 * Keeps a part of what arrives by its trace id, and corrects that part each second by how much arrived. Until it has, a rate
 * limit bounds what is kept.
 */
final class AdaptiveRate implements Decision {

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    /** What is left of what was known a second ago: a tenfold change is known after three. */
    private static final double LEFT = 0.25;

    private static final int ARRIVED = 0;

    private final double targetPerSecond;
    private final LongSupplier nanoClock;
    private final RateLimit atMost;
    private final ThreadCounts arrived = new ThreadCounts(ARRIVED + 1);
    /** How many had arrived when it was corrected last. */
    private volatile long arrivedBefore;
    private final AtomicLong windowEnd;
    private volatile double arrivingPerSecond = -1;
    private volatile Sampler part = Sampler.alwaysOn();

    /** @param targetPerSecond more than 0 */
    AdaptiveRate(double targetPerSecond, LongSupplier nanoClock) {
        this.targetPerSecond = targetPerSecond;
        this.nanoClock = nanoClock;
        this.atMost = new RateLimit(targetPerSecond, Math.max(1, 2 * targetPerSecond), nanoClock);
        this.windowEnd = new AtomicLong(nanoClock.getAsLong() + WINDOW);
    }

    @Override
    public boolean keeps(String traceId) {
        long now = nanoClock.getAsLong();
        long end = windowEnd.get();
        if (now - end >= 0 && windowEnd.compareAndSet(end, now + WINDOW))
            correct(now - end + WINDOW);
        arrived.add(ARRIVED, 1);
        return Decision.keeps(part, traceId) && atMost.takes(now);
    }

    private void correct(long nanos) {
        long soFar = arrived.sum(ARRIVED);
        double lately = (soFar - arrivedBefore) * (double) WINDOW / nanos;
        arrivedBefore = soFar;
        double left = arrivingPerSecond < 0 ? 0 : Math.pow(LEFT, (double) nanos / WINDOW);
        arrivingPerSecond = (1 - left) * lately + left * arrivingPerSecond;
        part = Sampler.traceIdRatioBased(Math.min(1, targetPerSecond / Math.max(targetPerSecond, arrivingPerSecond)));
    }
}
