package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.Value;

/** What is computed of the spans of one step. */
public enum RangeFunction {
    RATE,
    COUNT_OVER_TIME,
    MIN_OVER_TIME,
    MAX_OVER_TIME,
    AVG_OVER_TIME,
    SUM_OVER_TIME,
    QUANTILE_OVER_TIME;

    /** @return null if no function is called so */
    public static @Nullable RangeFunction of(String name) {
        return Arrays.stream(values()).filter(function -> function.label().equals(name)).findFirst().orElse(null);
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it counts spans, whatever they hold. */
    public boolean counts() {
        return this == RATE || this == COUNT_OVER_TIME;
    }

    /** Whether such a value of a span counts. */
    boolean takes(Value value) {
        if (counts())
            return true;
        boolean whole = value instanceof Value.Whole || value instanceof Value.Duration;
        // Tempo's buckets begin at two, and there are none for floats.
        return this == QUANTILE_OVER_TIME ? whole && value.number() >= 2 : whole || value instanceof Value.Real;
    }

    Observations observations(Steps steps, @Nullable Field of) {
        return this == QUANTILE_OVER_TIME ? new LogBuckets(steps.count()) : new Totals(this, steps, Units.of(of));
    }
}
