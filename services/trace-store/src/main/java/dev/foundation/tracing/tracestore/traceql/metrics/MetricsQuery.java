package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.traceql.field.Deadline;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.pipeline.Pipeline;

/**
 * A function over time of the spans that a pipeline finds. Immutable, and safe to use on any thread.
 *
 * @param of what is computed with; null if spans are only counted
 * @param quantiles from 0 to 1; empty for every function but the one
 * @param by one series for each combination of their values
 * @param then what is done with the series
 * @param exemplars how many spans at most are named that show what a series is made of
 */
public record MetricsQuery(Pipeline spans, RangeFunction function, @Nullable Field of, List<Double> quantiles, List<Field> by,
        List<UnaryOperator<List<Series>>> then, int exemplars) {

    public MetricsQuery {
        quantiles = List.copyOf(quantiles);
        by = List.copyOf(by);
        then = List.copyOf(then);
    }

    /**
     * The series of all these traces; no more than Tempo gives.
     *
     * @throws dev.foundation.tracing.tracestore.traceql.field.QueryTooLongException if the time for the query is over
     */
    public Result evaluate(Iterable<Trace> traces, Steps steps, Deadline deadline) {
        SeriesBuilders builders = new SeriesBuilders(this, steps, deadline);
        traces.forEach(builders::observe);
        List<Series> left = builders.build();
        for (UnaryOperator<List<Series>> stage : then)
            left = stage.apply(left);
        return new Result(left, builders.isFull());
    }

    /** Whether series are made of nothing but the spans that are there. */
    boolean isUngrouped() {
        return by.isEmpty() && quantiles.isEmpty();
    }

    /** The same with another number of exemplars, none for zero. */
    public MetricsQuery withExemplars(int others) {
        return new MetricsQuery(spans, function, of, quantiles, by, then, others);
    }

    /**
     * What came out.
     *
     * @param partial whether there were more series than are given
     */
    public record Result(List<Series> series, boolean partial) {

        public Result {
            series = List.copyOf(series);
        }
    }
}
