package dev.foundation.tracing.tracestore.page;

import io.vertx.core.json.JsonObject;

/** What the page, or whoever asks in its place, asked for makes no sense. Its message, one line, is the answer. */
final class BadRequestException extends RuntimeException {

    BadRequestException(String message) {
        super(message);
    }

    JsonObject json() {
        return new JsonObject().put("message", getMessage());
    }
}
