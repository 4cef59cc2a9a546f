package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.TraceView;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.field.Values;
import dev.foundation.tracing.tracestore.traceql.pipeline.Pipeline;
import dev.foundation.tracing.tracestore.traceql.pipeline.SpanSet;

/**
 * A function over time of the spans that a pipeline finds. Immutable, and safe to use on any thread.
 *
 * @param of what is computed with; null if spans are only counted
 * @param quantiles from 0 to 1; empty for every function but the one
 * @param by one series for each combination of their values
 * @param then what is done with the series
 */
public record MetricsQuery(Pipeline spans, RangeFunction function, @Nullable Field of, List<Double> quantiles, List<Field> by,
        List<UnaryOperator<List<Series>>> then) {

    private static final String NAME = "__name__";
    private static final String TRACE_ID = "trace:id";
    private static final int MAX_SERIES = 1000;

    public MetricsQuery {
        quantiles = List.copyOf(quantiles);
        by = List.copyOf(by);
        then = List.copyOf(then);
    }

    /** The series of all these traces; no more than Tempo gives. */
    public Result evaluate(Iterable<Trace> traces, Steps steps) {
        Map<List<Value>, SeriesBuilder> builders = new LinkedHashMap<>();
        if (by.isEmpty() && quantiles.isEmpty())
            builders.put(List.of(), new SeriesBuilder(this, labels(List.of()), steps));
        boolean partial = false;
        for (Trace trace : traces)
            partial |= !observe(new TraceView(trace), steps, builders);
        List<Series> series = new ArrayList<>();
        builders.values().forEach(builder -> builder.build(series));
        List<Series> left = series;
        for (UnaryOperator<List<Series>> stage : then)
            left = stage.apply(left);
        return new Result(left, partial);
    }

    private boolean observe(TraceView trace, Steps steps, Map<List<Value>, SeriesBuilder> builders) {
        boolean complete = true;
        boolean marked = false;
        for (SpanSet set : spans.apply(List.of(SpanSet.of(trace.spans())))) {
            for (SpanView span : set.spans()) {
                int step = steps.indexOf(span.span().startEpochNanos());
                SeriesBuilder builder = step < 0 ? null : builder(span, steps, builders);
                complete &= step < 0 || builder != null;
                Value value = of == null ? Values.NIL : of.evaluate(span);
                // One span of a trace is enough to show what it is made of.
                if (builder != null && builder.observe(step, value) && !marked) {
                    builder.mark(step, value, marks(span, value));
                    marked = true;
                }
            }
        }
        return complete;
    }

    private @Nullable SeriesBuilder builder(SpanView span, Steps steps, Map<List<Value>, SeriesBuilder> builders) {
        List<Value> key = by.stream().map(field -> field.evaluate(span)).toList();
        SeriesBuilder known = builders.get(key);
        if (known != null || builders.size() >= MAX_SERIES)
            return known;
        SeriesBuilder builder = new SeriesBuilder(this, labels(key), steps);
        builders.put(key, builder);
        return builder;
    }

    private Map<String, Value> labels(List<Value> values) {
        Map<String, Value> labels = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++)
            labels.put(by.get(i).toString(), values.get(i));
        if (by.isEmpty() && quantiles.isEmpty())
            labels.put(NAME, new Value.Text(function.label()));
        return labels;
    }

    private Map<String, Value> marks(SpanView span, Value value) {
        Map<String, Value> labels = new LinkedHashMap<>();
        labels.put(TRACE_ID, new Value.Text(span.span().traceId().toHex()));
        by.forEach(field -> labels.put(field.toString(), field.evaluate(span)));
        if (of != null)
            labels.put(of.toString(), value);
        return labels;
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
