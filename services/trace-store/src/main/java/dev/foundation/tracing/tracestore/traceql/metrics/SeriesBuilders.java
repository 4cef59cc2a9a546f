package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.traceql.field.Binding;
import dev.foundation.tracing.tracestore.traceql.field.Deadline;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.TraceView;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.field.Values;
import dev.foundation.tracing.tracestore.traceql.pipeline.SpanSet;

/** Sorts spans into series. Used on one thread. */
final class SeriesBuilders {

    private static final int MAX_SERIES = 1_000;
    // So many numbers fit into an answer that somebody looks at, and into memory.
    private static final int MAX_POINTS = 1_000_000;

    private final MetricsQuery query;
    private final Steps steps;
    private final Deadline deadline;
    private final SeriesLabels labels;
    private final List<Binding> by;
    private final @Nullable Binding of;
    private final int maxSeries;
    private final Map<List<Value>, SeriesBuilder> builders = new LinkedHashMap<>();
    private boolean full;

    SeriesBuilders(MetricsQuery query, Steps steps, Deadline deadline) {
        this.query = query;
        this.steps = steps;
        this.deadline = deadline;
        labels = new SeriesLabels(query);
        by = query.by().stream().map(Binding::new).toList();
        Field field = query.of();
        of = field == null ? null : new Binding(field);
        int perSeries = Math.max(1, steps.count()) * Math.max(1, query.quantiles().size());
        maxSeries = Math.max(1, Math.min(MAX_SERIES, MAX_POINTS / perSeries));
        if (query.isUngrouped())
            builders.put(List.of(), builder(List.of()));
    }

    /** Whether there were more series than there may be. */
    boolean isFull() {
        return full;
    }

    List<Series> build() {
        List<Series> series = new ArrayList<>();
        builders.values().forEach(builder -> builder.build(series));
        return series.stream().filter(one -> !one.points().isEmpty()).toList();
    }

    void observe(Trace trace) {
        boolean marked = false;
        for (SpanSet set : query.spans().apply(List.of(SpanSet.of(TraceView.inOrder(trace, deadline).spans())))) {
            for (SpanView span : set.spans()) {
                Value value = of == null ? Values.NIL : of.firstValue(span);
                SeriesBuilder builder = observe(span, value);
                // One span of a trace is enough to show what it is made of.
                if (builder != null && !marked) {
                    builder.mark(steps.indexOf(span.span().startEpochNanos()), value, labels.ofExemplar(span, value));
                    marked = true;
                }
            }
        }
    }

    // Null if it is of no series.
    private @Nullable SeriesBuilder observe(SpanView span, Value value) {
        int step = steps.indexOf(span.span().startEpochNanos());
        if (step < 0 || !query.function().takes(value))
            return null;
        List<Value> key = by.stream().map(binding -> binding.firstValue(span)).toList();
        SeriesBuilder builder = builders.get(key);
        if (builder == null && builders.size() < maxSeries) {
            builder = builder(key);
            builders.put(key, builder);
        }
        full |= builder == null;
        if (builder != null)
            builder.observe(step, value);
        return builder;
    }

    private SeriesBuilder builder(List<Value> key) {
        return new SeriesBuilder(query, labels.of(key), steps);
    }
}
