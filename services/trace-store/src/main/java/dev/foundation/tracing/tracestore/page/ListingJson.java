package dev.foundation.tracing.tracestore.page;

import java.util.Locale;
import java.util.Map;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.store.StoreStatus;
import io.vertx.core.json.JsonObject;

/** The page's own JSON: a trace in a line, and the store in numbers. Times are text, as numbers in JavaScript end at 2^53. */
final class ListingJson {

    private ListingJson() {
    }

    static JsonObject trace(Trace trace) {
        JsonObject json = new JsonObject().put("traceID", trace.id().toHex());
        Span root = trace.root();
        if (root != null)
            json.put("rootServiceName", root.resource().serviceName()).put("rootTraceName", root.name());
        return json.put("startTimeUnixNano", Long.toString(trace.startEpochNanos()))
                .put("durationNanos", Long.toString(trace.durationNanos())).put("spanCount", trace.spans().size())
                .put("errorCount", trace.errors()).put("serviceStats", services(trace));
    }

    private static JsonObject services(Trace trace) {
        JsonObject json = new JsonObject();
        trace.services().forEach((name, count) -> json.put(name,
                new JsonObject().put("spanCount", count.spans()).put("errorCount", count.errors())));
        return json;
    }

    static JsonObject store(StoreStatus status) {
        return new JsonObject().put("traces", status.traces()).put("spans", status.spans()).put("bytes", status.bytes())
                .put("maxBytes", status.maxBytes()).put("receivedSpans", status.receivedSpans())
                .put("evictedTraces", status.evictedTraces()).put("evictedSpans", status.evictedSpans())
                .put("refused", counts(status.refused())).put("shortened", counts(status.shortened()));
    }

    private static JsonObject counts(Map<? extends Enum<?>, Long> counts) {
        JsonObject json = new JsonObject();
        counts.forEach((key, count) -> json.put(key.name().toLowerCase(Locale.ROOT), count));
        return json;
    }
}
