package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.Value;

/**
 * Some spans of one trace.
 *
 * @param spans never empty
 * @param attributes what stages computed of the set, by the text of the stage
 */
public record SpanSet(List<SpanView> spans, Map<String, Value> attributes) {

    public SpanSet {
        spans = List.copyOf(spans);
    }

    /** Spans of which nothing is computed yet. */
    public static SpanSet of(List<SpanView> spans) {
        return new SpanSet(spans, Map.of());
    }

    SpanSet withSpans(List<SpanView> others) {
        return new SpanSet(others, attributes);
    }

    SpanSet with(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(attributes);
        more.put(name, value);
        return new SpanSet(spans, more);
    }

    static List<SpanView> spansOf(List<SpanSet> sets) {
        if (sets.size() == 1)
            return sets.get(0).spans();
        List<SpanView> all = new ArrayList<>();
        sets.forEach(set -> all.addAll(set.spans()));
        return all;
    }
}
