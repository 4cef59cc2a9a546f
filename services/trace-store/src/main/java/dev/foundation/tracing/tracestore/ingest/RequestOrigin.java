package dev.foundation.tracing.tracestore.ingest;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/**
 * Where a browser says that a request comes from. Pages of other sites cannot read answers, but they can send; only what is
 * no browser has no {@code Origin} on a POST.
 */
final class RequestOrigin {

    private RequestOrigin() {
    }

    static boolean isOwn(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        return isOwn(request.getHeader(HttpHeaders.ORIGIN), asked == null ? null : asked.toString());
    }

    // The scheme is left out: whoever speaks TLS in front of the store changes it.
    static boolean isOwn(@Nullable String origin, @Nullable String host) {
        if (origin == null)
            return true;
        int scheme = origin.indexOf("://");
        return host != null && scheme > 0 && origin.substring(scheme + "://".length()).equalsIgnoreCase(host);
    }
}
