package dev.foundation.tracing.tracestore.query;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.model.TraceId;
import dev.foundation.tracing.tracestore.store.SpanStore;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** One trace by its id, in Tempo's two versions, as JSON or, where that is asked for, Protobuf. */
final class TraceRoutes {

    private static final String PROTOBUF = "application/protobuf";

    private final SpanStore store;

    TraceRoutes(SpanStore store) {
        this.store = store;
    }

    void v1(RoutingContext context) {
        Trace trace = find(context);
        if (trace == null)
            Answer.empty(context, 404);
        else if (wantsProtobuf(context))
            Answer.bytes(context, PROTOBUF, TraceProto.v1(trace));
        else
            Answer.json(context, new JsonObject().put("batches", TraceJson.resourceSpans(trace)));
    }

    void v2(RoutingContext context) {
        Trace trace = find(context);
        if (wantsProtobuf(context)) {
            Answer.bytes(context, PROTOBUF, TraceProto.v2(trace));
            return;
        }
        JsonObject body = new JsonObject();
        if (trace != null)
            body.put("resourceSpans", TraceJson.resourceSpans(trace));
        Answer.json(context, new JsonObject().put("trace", body).put("metrics", new JsonObject()));
    }

    private static boolean wantsProtobuf(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(PROTOBUF);
    }

    private @Nullable Trace find(RoutingContext context) {
        TraceId id = TraceIdParameter.parse(context.pathParam("traceId"));
        return id == null ? null : store.find(id);
    }
}
