package dev.foundation.tracing.tracestore.query;

import java.util.Locale;
import java.util.Map;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.store.StoreStatus;
import io.vertx.core.json.JsonObject;

/** The page's own JSON: a search result with all counts, and the store in numbers. */
final class ListingJson {

    private ListingJson() {
    }

    static JsonObject trace(Trace trace) {
        return SearchJson.summary(trace).put("durationNanos", Long.toString(trace.durationNanos()))
                .put("spanCount", trace.spans().size()).put("errorCount", trace.errors())
                .put("serviceStats", SearchJson.services(trace));
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
