package dev.foundation.tracing.tracestore.traceql.metrics;

/**
 * A range of time in equal steps. A step is named by its end, which belongs to it; its begin does not.
 *
 * @param startEpochNanos where the first step begins
 * @param stepNanos more than zero
 */
public record Steps(long startEpochNanos, long stepNanos, int count) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    public Steps {
        if (stepNanos <= 0 || count < 0)
            throw new IllegalArgumentException("steps of " + stepNanos + " ns, " + count + " of them");
    }

    /**
     * Steps that end on multiples of their length, so that a graph keeps its shape as time goes by: the first is the one
     * before the start, or ends with it.
     */
    public static Steps between(long startEpochNanos, long endEpochNanos, long stepNanos) {
        long start = Math.floorDiv(startEpochNanos, stepNanos) * stepNanos - stepNanos;
        long end = -Math.floorDiv(-endEpochNanos, stepNanos) * stepNanos;
        return new Steps(start, stepNanos, (int) Math.max(0, (end - start) / stepNanos));
    }

    /** One step for the whole range. */
    public static Steps single(long startEpochNanos, long endEpochNanos) {
        return new Steps(startEpochNanos - 1, Math.max(1, endEpochNanos - startEpochNanos + 1), 1);
    }

    /** @return -1 if the time lies in no step */
    int indexOf(long epochNanos) {
        long step = Math.floorDiv(epochNanos - startEpochNanos - 1, stepNanos);
        return step < 0 || step >= count ? -1 : (int) step;
    }

    /** @return when that step ends */
    public long epochMillis(int index) {
        return (startEpochNanos + (index + 1L) * stepNanos) / NANOS_PER_MILLI;
    }
}
