package dev.foundation.tracing.runtime.http.vertx;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.http.client.HttpNames;
import io.vertx.core.MultiMap;

/** The size of a body that its sender said beforehand. */
final class BodySize {

    private BodySize() {
    }

    /** @return bytes, or null if they are sent in chunks, or what was said is no number */
    static @Nullable Long said(MultiMap headers) {
        String length = headers.get(HttpNames.CONTENT_LENGTH);
        try {
            return length == null ? null : Long.valueOf(length);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
