package dev.foundation.tracing.tracestore.traceql.metrics;

import dev.foundation.tracing.tracestore.traceql.field.Value;

/** Counts, sums and extremes per step. */
final class Totals implements Observations {

    private final RangeFunction function;
    private final double unit;
    private final double stepSeconds;
    private final long[] counts;
    private final double[] totals;

    /** @param unit what a value is divided by */
    Totals(RangeFunction function, Steps steps, double unit) {
        this.function = function;
        this.unit = unit;
        stepSeconds = steps.stepNanos() / Units.NANOS_PER_SECOND;
        counts = new long[steps.count()];
        totals = new double[steps.count()];
    }

    @Override
    public void add(int step, Value value) {
        double number = function.counts() ? 1 : value.number() / unit;
        totals[step] = counts[step] == 0 ? number : combined(totals[step], number);
        counts[step]++;
    }

    private double combined(double total, double number) {
        return switch (function) {
            case MIN_OVER_TIME -> Math.min(total, number);
            case MAX_OVER_TIME -> Math.max(total, number);
            default -> total + number;
        };
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
