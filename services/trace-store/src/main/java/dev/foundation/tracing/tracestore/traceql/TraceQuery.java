package dev.foundation.tracing.tracestore.traceql;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.traceql.field.Deadline;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.QueryTooLongException;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.TraceView;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.metrics.MetricsQuery;
import dev.foundation.tracing.tracestore.traceql.pipeline.Pipeline;
import dev.foundation.tracing.tracestore.traceql.pipeline.ShownFields;
import dev.foundation.tracing.tracestore.traceql.pipeline.SpanSet;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/** A query that was understood. Immutable, and safe to use on any thread. */
public final class TraceQuery {

    private final Pipeline pipeline;
    private final ShownFields shown;
    private final @Nullable MetricsQuery metrics;

    TraceQuery(Pipeline pipeline, @Nullable MetricsQuery metrics) {
        this.pipeline = pipeline;
        this.metrics = metrics;
        shown = new ShownFields(pipeline);
    }

    /**
     * @throws TraceQlException if the query relates spans of groups, which only a trace with several of them shows
     * @throws QueryTooLongException if the time for the query is over
     */
    public boolean matches(Trace trace, Deadline deadline) {
        return !evaluate(TraceView.of(trace, deadline)).isEmpty();
    }

    /**
     * @return the sets of spans that are found, in the order of their start where the query does not change it; empty if the
     *         trace is not
     * @throws TraceQlException as {@link #matches} does
     * @throws QueryTooLongException as {@link #matches} does
     */
    public List<SpanSet> evaluate(Trace trace, Deadline deadline) {
        return evaluate(TraceView.inOrder(trace, deadline));
    }

    private List<SpanSet> evaluate(TraceView trace) {
        return pipeline.apply(List.of(SpanSet.of(trace.spans())));
    }

    /** The fields of a found span that the query asks about. */
    public Map<Field, Value> shown(SpanView span) {
        return shown.of(span);
    }

    /** @return null if the query asks for spans, not for numbers over time */
    public @Nullable MetricsQuery metrics() {
        return metrics;
    }
}
