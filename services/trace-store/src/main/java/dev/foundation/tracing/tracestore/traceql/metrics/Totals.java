package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.concurrent.TimeUnit;

import dev.foundation.tracing.tracestore.traceql.field.Value;

/** Counts, sums and extremes per step. */
final class Totals implements Observations {

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RangeFunction function;
    private final double stepSeconds;
    private final long[] counts;
    private final double[] totals;

    Totals(RangeFunction function, Steps steps) {
        this.function = function;
        stepSeconds = steps.stepNanos() / NANOS_PER_SECOND;
        counts = new long[steps.count()];
        totals = new double[steps.count()];
    }

    @Override
    public boolean add(int step, Value value) {
        double number = function.counts() ? 1 : seconds(value);
        if (Double.isNaN(number))
            return false;
        totals[step] = counts[step] == 0 ? number : combined(totals[step], number);
        counts[step]++;
        return true;
    }

    private double combined(double total, double number) {
        return switch (function) {
            case MIN_OVER_TIME -> Math.min(total, number);
            case MAX_OVER_TIME -> Math.max(total, number);
            default -> total + number;
        };
    }

    /** Durations are in seconds, as Prometheus has them. */
    static double seconds(Value value) {
        return value instanceof Value.Duration duration ? duration.nanos() / NANOS_PER_SECOND : value.number();
    }

    @Override
    public double[] values(double quantile) {
        double[] values = new double[counts.length];
        for (int step = 0; step < counts.length; step++)
            values[step] = value(step);
        return values;
    }

    private double value(int step) {
        return switch (function) {
            case RATE -> counts[step] / stepSeconds;
            case COUNT_OVER_TIME -> counts[step];
            case AVG_OVER_TIME -> counts[step] == 0 ? Double.NaN : totals[step] / counts[step];
            default -> counts[step] == 0 ? Double.NaN : totals[step];
        };
    }
}
