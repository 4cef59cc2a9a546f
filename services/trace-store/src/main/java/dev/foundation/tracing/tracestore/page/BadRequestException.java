package dev.foundation.tracing.tracestore.page;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;
import io.vertx.core.json.JsonObject;

/** What the page, or whoever asks in its place, asked for makes no sense. Its message, one line, is the answer. */
final class BadRequestException extends RuntimeException {

    private final @Nullable TraceQlException query;

    BadRequestException(String message) {
        super(message);
        query = null;
    }

    /** @param query what is wrong with a query */
    BadRequestException(TraceQlException query) {
        super(query.getMessage(), query);
        this.query = query;
    }

    /** The message, and where the mistake is if that is known: {@code line} and {@code column}, from 1. */
    JsonObject json() {
        JsonObject json = new JsonObject().put("message", getMessage());
        return query == null ? json : json.put("line", query.line()).put("column", query.column());
    }
}
