package dev.foundation.tracing.tracestore.query;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers in the forms that Tempo gives them. */
final class Answer {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";

    private Answer() {
    }

    static void json(RoutingContext context, JsonObject body) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(body.toBuffer());
    }

    static void bytes(RoutingContext context, String type, byte[] body) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(Buffer.buffer(body));
    }

    static void text(RoutingContext context, int status, String body) {
        context.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, TEXT).end(body);
    }

    static void empty(RoutingContext context, int status) {
        context.response().setStatusCode(status).end();
    }
}
