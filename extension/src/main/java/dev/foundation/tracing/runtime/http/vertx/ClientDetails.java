package dev.foundation.tracing.runtime.http.vertx;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.http.client.HttpNames;
import dev.foundation.tracing.runtime.redaction.SafeUrls;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.AttributesExtractor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.HttpResponseHead;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;

/** What the semantic conventions ask of a client's span besides what Quarkus says. */
final class ClientDetails implements AttributesExtractor<Object, Object> {

    private final SafeUrls urls;

    ClientDetails(SafeUrls urls) {
        this.urls = urls;
    }

    @Override
    public void onStart(AttributesBuilder attributes, Context parent, Object request) {
        if (request instanceof HttpRequest http) {
            putSafeUrl(attributes, http.absoluteURI());
            putServer(attributes, http.remoteAddress());
        }
        ClientCall call = CallTracer.starting();
        if (call != null && call.template != null)
            attributes.put(HttpNames.URL_TEMPLATE, call.template);
        if (call != null && call.resends > 0)
            attributes.put(HttpNames.RESEND_COUNT, (long) call.resends);
    }

    private void putSafeUrl(AttributesBuilder attributes, String url) {
        String safe = urls.url(url);
        if (!safe.equals(url))
            attributes.put(HttpNames.URL_FULL, safe);
    }

    /** Quarkus knows names of hosts, and nothing of a server that is called by its number. */
    private static void putServer(AttributesBuilder attributes, @Nullable SocketAddress server) {
        if (server == null || server.hostName() != null || server.hostAddress() == null)
            return;
        attributes.put(HttpNames.SERVER_ADDRESS, server.hostAddress());
        attributes.put(HttpNames.SERVER_PORT, (long) server.port());
    }

    @Override
    public void onEnd(AttributesBuilder attributes, Context context, Object request, @Nullable Object response,
            @Nullable Throwable failure) {
        if (response instanceof HttpResponse http && request instanceof HttpRequest asked
                && !HttpMethod.HEAD.equals(asked.method()))
            attributes.put(HttpNames.BODY_SIZE, BodySize.said(http.headers()));
        if (response instanceof HttpResponseHead head)
            attributes.put(HttpNames.PROTOCOL_VERSION, ProtocolVersions.of(head.version));
    }
}
