package dev.foundation.tracing.tracestore.traceql.metrics;

import dev.foundation.tracing.tracestore.traceql.field.Value;

/** What the spans of one series were, step by step. Used on one thread. */
interface Observations {

    /** @return false if the value is none that can be observed */
    boolean add(int step, Value value);

    /** @return one value per step, NaN for none */
    double[] values(double quantile);
}
