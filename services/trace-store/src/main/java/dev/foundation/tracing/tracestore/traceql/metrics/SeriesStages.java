package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.foundation.tracing.tracestore.traceql.field.Operator;
import dev.foundation.tracing.tracestore.traceql.field.Value;

/** What may be done with series. */
public final class SeriesStages {

    private SeriesStages() {
    }

    /** Keeps the points of which the comparison is true; durations are compared in seconds. */
    public static UnaryOperator<List<Series>> filter(Operator operator, Value limit) {
        return new SeriesFilter(operator, Units.seconds(limit));
    }

    /** Keeps of each step the points of the highest or lowest series. */
    public static UnaryOperator<List<Series>> ranking(int count, boolean highest) {
        return new TopSeries(count, highest);
    }
}
