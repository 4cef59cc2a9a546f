package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.pipeline.ShownFields;

/** What series are called, and the spans that they are made of. */
final class SeriesLabels {

    private static final String NAME = "__name__";
    private static final String TRACE_ID = "trace:id";

    private final MetricsQuery query;
    private final ShownFields shown;

    SeriesLabels(MetricsQuery query) {
        this.query = query;
        shown = new ShownFields(query.spans());
    }

    /** What is nil is left out; but if all is, the first says so, for a series needs a label. */
    Map<String, Value> of(List<Value> key) {
        Map<String, Value> labels = new LinkedHashMap<>();
        if (query.isUngrouped())
            labels.put(NAME, new Value.Text(query.function().label()));
        for (int i = 0; i < key.size(); i++) {
            if (!key.get(i).isNil())
                labels.put(query.by().get(i).toString(), key.get(i));
        }
        if (labels.isEmpty() && query.quantiles().isEmpty())
            labels.put(query.by().get(0).toString(), key.get(0));
        return labels;
    }

    /** All that the query asks about the span. */
    Map<String, Value> ofExemplar(SpanView span, Value value) {
        Map<String, Value> labels = new LinkedHashMap<>();
        labels.put(TRACE_ID, new Value.Text(span.span().traceId().toHex()));
        shown.of(span).forEach((field, shownValue) -> labels.put(field.toString(), shownValue));
        query.by().forEach(field -> put(labels, field, field.evaluate(span)));
        Field of = query.of();
        if (of != null)
            put(labels, of, value);
        return labels;
    }

    private static void put(Map<String, Value> labels, Field field, Value value) {
        if (!value.isNil())
            labels.put(field.toString(), value);
    }
}
