package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.Intrinsic;
import dev.foundation.tracing.tracestore.traceql.field.IntrinsicField;
import dev.foundation.tracing.tracestore.traceql.field.Value;

/** In which unit durations become numbers. */
final class Units {

    static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private Units() {
    }

    /** @return how many nanoseconds make one; Tempo gives the spans' own durations in seconds, and no other ones */
    static double of(@Nullable Field field) {
        return new IntrinsicField(Intrinsic.DURATION).equals(field) ? NANOS_PER_SECOND : 1;
    }

    static double seconds(Value value) {
        return value instanceof Value.Duration ? value.number() / NANOS_PER_SECOND : value.number();
    }
}
