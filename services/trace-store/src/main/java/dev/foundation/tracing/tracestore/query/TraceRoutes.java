package dev.foundation.tracing.tracestore.query;

import java.util.function.Function;

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
    private final Function<Trace, byte[]> protobuf;

    TraceRoutes(SpanStore store, Function<Trace, byte[]> protobuf) {
        this.store = store;
        this.protobuf = protobuf;
    }

    void v1(RoutingContext context) {
        Trace trace = find(context);
        if (trace == null)
            Answer.empty(context, 404);
        else if (wantsProtobuf(context))
            Answer.bytes(context, PROTOBUF, protobuf.apply(trace));
        else
            Answer.json(context, new JsonObject().put("batches", TraceJson.resourceSpans(trace)));
    }

    void v2(RoutingContext context) {
        Trace trace = find(context);
        if (wantsProtobuf(context)) {
            Answer.bytes(context, PROTOBUF, TraceByIdResponse.of(trace == null ? new byte[0] : protobuf.apply(trace)));
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
