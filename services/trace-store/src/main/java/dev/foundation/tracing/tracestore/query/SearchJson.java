package dev.foundation.tracing.tracestore.query;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.foundation.tracing.tracestore.model.ServiceCount;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Tempo's answer to a search. Grafana refuses a field that it does not know, so nothing is added. */
final class SearchJson {

    private static final String ROOT_MISSING = "<root span not yet received>";

    private SearchJson() {
    }

    static JsonObject answer(List<Trace> found, SearchRequest request, int inspected) {
        JsonArray traces = new JsonArray();
        for (Trace trace : found)
            traces.add(request.spanSets() ? withSpans(trace, request.spansPerSpanSet()) : summary(trace));
        JsonObject metrics = new JsonObject().put("inspectedTraces", inspected).put("completedJobs", 1).put("totalJobs", 1);
        return new JsonObject().put("traces", traces).put("metrics", metrics);
    }

    static JsonObject summary(Trace trace) {
        JsonObject json = new JsonObject().put("traceID", trace.id().toHex());
        Span root = trace.root();
        AttributeJson.putText(json, "rootServiceName", root == null ? ROOT_MISSING : root.resource().serviceName());
        AttributeJson.putText(json, "rootTraceName", root == null ? "" : root.name());
        json.put("startTimeUnixNano", Long.toString(trace.startEpochNanos()));
        long millis = TimeUnit.NANOSECONDS.toMillis(trace.durationNanos());
        if (millis > 0)
            json.put("durationMs", Math.min(millis, Integer.MAX_VALUE));
        return json;
    }

    private static JsonObject withSpans(Trace trace, int limit) {
        JsonArray spans = new JsonArray();
        trace.spans().stream().sorted(Comparator.comparingLong(Span::startEpochNanos)).limit(limit)
                .forEach(span -> spans.add(span(span)));
        JsonObject set = new JsonObject().put("spans", spans).put("matched", trace.spans().size());
        return summary(trace).put("spanSet", set).put("spanSets", new JsonArray().add(set))
                .put("serviceStats", services(trace));
    }

    private static JsonObject span(Span span) {
        JsonObject json = new JsonObject().put("spanID", span.spanId().toHex())
                .put("startTimeUnixNano", Long.toString(span.startEpochNanos()));
        if (span.durationNanos() > 0)
            json.put("durationNanos", Long.toString(span.durationNanos()));
        return json;
    }

    static JsonObject services(Trace trace) {
        JsonObject json = new JsonObject();
        trace.services().forEach((name, count) -> json.put(name, service(count)));
        return json;
    }

    private static JsonObject service(ServiceCount count) {
        JsonObject json = new JsonObject().put("spanCount", count.spans());
        return count.errors() == 0 ? json : json.put("errorCount", count.errors());
    }
}
