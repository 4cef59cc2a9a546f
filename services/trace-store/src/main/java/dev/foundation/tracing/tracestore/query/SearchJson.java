package dev.foundation.tracing.tracestore.query;

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

    static JsonObject answer(List<FoundTrace> found, SearchRequest request, int inspected) {
        JsonArray traces = new JsonArray();
        for (FoundTrace trace : found)
            traces.add(request.query() == null ? summary(trace.trace())
                    : new SpanSetJson(request.query(), request.spansPerSpanSet()).withSpans(trace));
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
