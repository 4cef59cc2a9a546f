package dev.foundation.tracing.tracestore.traceql.metrics;

import dev.foundation.tracing.tracestore.traceql.field.Value;

/** Counts in buckets that end at powers of two, of which quantiles are estimated: Tempo's are these, not exact ones. */
final class LogBuckets implements Observations {

    private static final int BUCKETS = 64;

    private final long[][] counts;
    private final long[] all = new long[BUCKETS];
    private double unit = 1;

    LogBuckets(int steps) {
        counts = new long[steps][];
    }

    @Override
    public void add(int step, Value value) {
        if (value instanceof Value.Duration)
            unit = Units.NANOS_PER_SECOND;
        if (counts[step] == null)
            counts[step] = new long[BUCKETS];
        int bucket = Math.min(BUCKETS - 1, Long.SIZE - Long.numberOfLeadingZeros((long) value.number() - 1));
        counts[step][bucket]++;
        all[bucket]++;
    }

    @Override
    public double[] values(double quantile) {
        double[] values = new double[counts.length];
        for (int step = 0; step < counts.length; step++)
            values[step] = counts[step] == null ? 0 : quantile(counts[step], quantile);
        return values;
    }

    /** Of all steps together. */
    double overall(double quantile) {
        return quantile(all, quantile);
    }

    private double quantile(long[] buckets, double quantile) {
        long samples = 0;
        for (long count : buckets)
            samples += count;
        long wanted = Math.max(1, (long) Math.ceil(quantile * samples));
        long before = 0;
        int last = -1;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (buckets[bucket] > 0) {
                if (before + buckets[bucket] >= wanted)
                    return between(last < 0 ? bucket - 1 : last, bucket, (double) (wanted - before) / buckets[bucket]);
                before += buckets[bucket];
                last = bucket;
            }
        }
        return 0;
    }

    // On a logarithmic scale, as the buckets are.
    private double between(int from, int to, double fraction) {
        return Math.pow(2, from + (to - from) * fraction) / unit;
    }
}
