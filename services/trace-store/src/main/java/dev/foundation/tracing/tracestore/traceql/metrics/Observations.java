package dev.foundation.tracing.tracestore.traceql.metrics;

import dev.foundation.tracing.tracestore.traceql.field.Value;

/** What the spans of one series were, step by step. Used on one thread. */
interface Observations {

    /** @param value one that the function takes */
    void add(int step, Value value);

    /** @return one value per step, NaN for none */
    double[] values(double quantile);
}
