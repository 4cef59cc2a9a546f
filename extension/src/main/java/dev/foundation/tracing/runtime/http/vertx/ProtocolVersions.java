package dev.foundation.tracing.runtime.http.vertx;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpVersion;

/** Versions of HTTP as the semantic conventions write them. */
final class ProtocolVersions {

    private ProtocolVersions() {
    }

    static @Nullable String of(@Nullable HttpVersion version) {
        if (version == null)
            return null;
        return switch (version) {
            case HTTP_1_0 -> "1.0";
            case HTTP_1_1 -> "1.1";
            case HTTP_2 -> "2";
        };
    }
}
