package dev.foundation.tracing.runtime.http.vertx;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.http.client.HttpNames;
import dev.foundation.tracing.runtime.redaction.SafeUrls;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.AttributesExtractor;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** What the semantic conventions ask of a server's span besides what Quarkus says. */
final class ServerDetails implements AttributesExtractor<Object, Object> {

    private final SafeUrls urls;

    ServerDetails(SafeUrls urls) {
        this.urls = urls;
    }

    @Override
    public void onStart(AttributesBuilder attributes, Context parent, Object request) {
        if (!(request instanceof HttpServerRequest http))
            return;
        attributes.put(HttpNames.PROTOCOL_VERSION, ProtocolVersions.of(http.version()));
        // As it was sent: Quarkus decodes it, and what is decoded can't be told from the next parameter.
        String query = http.query();
        String safe = query == null ? null : urls.parameters(query);
        if (safe != null && !safe.equals(query))
            attributes.put(HttpNames.URL_QUERY, safe);
    }

    @Override
    public void onEnd(AttributesBuilder attributes, Context context, Object request, @Nullable Object response,
            @Nullable Throwable failure) {
        if (response instanceof HttpServerResponse http && BodySize.said(http.headers()) == null)
            attributes.put(HttpNames.BODY_SIZE, http.bytesWritten());
    }
}
