package dev.foundation.tracing.tracestore.query;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.model.TraceId;
import dev.foundation.tracing.tracestore.store.SpanStore;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** One trace by its id, in Tempo's two versions. */
final class TraceRoutes {

    private final SpanStore store;

    TraceRoutes(SpanStore store) {
        this.store = store;
    }

    void v1(RoutingContext context) {
        Trace trace = find(context);
        if (trace == null)
            Answer.empty(context, 404);
        else
            Answer.json(context, new JsonObject().put("batches", TraceJson.resourceSpans(trace)));
    }

    void v2(RoutingContext context) {
        Trace trace = find(context);
        JsonObject body = new JsonObject();
        if (trace != null)
            body.put("resourceSpans", TraceJson.resourceSpans(trace));
        Answer.json(context, new JsonObject().put("trace", body).put("metrics", new JsonObject()));
    }

    private @Nullable Trace find(RoutingContext context) {
        TraceId id = TraceIdParameter.parse(context.pathParam("traceId"));
        return id == null ? null : store.find(id);
    }
}
