package dev.foundation.tracing.tracestore.page;

import java.util.function.Supplier;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers with JSON, or that it is what the asker has already, or why there is none. */
final class JsonAnswer {

    private JsonAnswer() {
    }

    /**
     * @param tag read before what is answered, so that a change between the two is seen by the next one who asks
     * @param json may throw {@link BadRequestException}
     */
    static void unlessUnchanged(RoutingContext context, String tag, Supplier<JsonObject> json) {
        String quoted = '"' + tag + '"';
        HttpServerResponse response = context.response().putHeader(HttpHeaders.ETAG, quoted)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader("X-Content-Type-Options", "nosniff");
        try {
            if (quoted.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH)))
                response.setStatusCode(304).end();
            else
                response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(json.get().toBuffer());
        } catch (BadRequestException e) {
            response.setStatusCode(400).putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8").end(e.getMessage());
        }
    }
}
