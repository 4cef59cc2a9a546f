package dev.foundation.tracing.tracestore.query;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.traceql.TraceQuery;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.Intrinsic;
import dev.foundation.tracing.tracestore.traceql.field.IntrinsicField;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.pipeline.SpanSet;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The spans that a query found, with what it asked about them. */
final class SpanSetJson {

    // They have fields of their own, of the span or of its trace.
    private static final Set<Intrinsic> SHOWN_OTHERWISE = EnumSet.of(Intrinsic.NAME, Intrinsic.DURATION,
            Intrinsic.TRACE_DURATION, Intrinsic.ROOT_SERVICE, Intrinsic.ROOT_NAME, Intrinsic.TRACE_ID, Intrinsic.SPAN_ID);

    private final TraceQuery query;
    private final int limit;

    SpanSetJson(TraceQuery query, int limit) {
        this.query = query;
        this.limit = limit;
    }

    JsonObject withSpans(FoundTrace found) {
        JsonArray sets = new JsonArray();
        found.spanSets().forEach(set -> sets.add(set(set)));
        return SearchJson.summary(found.trace()).put("spanSet", sets.getJsonObject(0)).put("spanSets", sets)
                .put("serviceStats", SearchJson.services(found.trace()));
    }

    private JsonObject set(SpanSet set) {
        JsonArray spans = new JsonArray();
        set.spans().stream().limit(limit).forEach(span -> spans.add(span(span)));
        JsonObject json = new JsonObject().put("spans", spans).put("matched", set.spans().size());
        return set.attributes().isEmpty() ? json : json.put("attributes", ValueJson.attributes(set.attributes()));
    }

    private JsonObject span(SpanView view) {
        Span span = view.span();
        JsonObject json = new JsonObject().put("spanID", span.spanId().toHex());
        Map<String, Value> attributes = new LinkedHashMap<>();
        query.shown(view).forEach((field, value) -> {
            if (field.equals(new IntrinsicField(Intrinsic.NAME)))
                AttributeJson.putText(json, "name", value.text());
            else if (!isShownOtherwise(field))
                attributes.put(field.name(), value);
        });
        json.put("startTimeUnixNano", Long.toString(span.startEpochNanos()));
        if (span.durationNanos() > 0)
            json.put("durationNanos", Long.toString(span.durationNanos()));
        return attributes.isEmpty() ? json : json.put("attributes", ValueJson.attributes(attributes));
    }

    private static boolean isShownOtherwise(Field field) {
        return field instanceof IntrinsicField intrinsic && SHOWN_OTHERWISE.contains(intrinsic.intrinsic());
    }
}
