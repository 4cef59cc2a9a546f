package dev.foundation.tracing.tracestore;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.store.Counters;
import dev.foundation.tracing.tracestore.store.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/**
 * Refuses requests for a name that is not this machine's. A web page from elsewhere can point its own name at the loopback
 * address and then send and read as if it came from here (DNS rebinding); the name in the request gives it away. No browser
 * speaks gRPC, so its port needs no such check.
 */
final class HostCheck implements Handler<HttpServerRequest> {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    private final String boundHost;
    private final Counters counters;
    private final Handler<HttpServerRequest> allowed;

    HostCheck(String boundHost, Counters counters, Handler<HttpServerRequest> allowed) {
        this.boundHost = boundHost.toLowerCase(Locale.ROOT);
        this.counters = counters;
        this.allowed = allowed;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (isAllowed(request)) {
            allowed.handle(request);
            return;
        }
        counters.refused(Refusal.FROM_ANOTHER_SITE, 1);
        request.response().setStatusCode(403).putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end("this store answers to localhost and the address it listens on only, check the Host header\n");
    }

    private boolean isAllowed(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (authority == null)
            return request.getHeader(HttpHeaders.HOST) == null;
        return isAllowed(boundHost, authority.host());
    }

    static boolean isAllowed(String boundHost, @Nullable String requested) {
        if (requested == null)
            return true;
        String host = requested.toLowerCase(Locale.ROOT);
        // Listening everywhere, a store cannot know all its names: its token, or whoever allowed that, guards it instead.
        return LOOPBACK.matcher(host).matches() || host.equals(boundHost) || EVERY_ADDRESS.contains(boundHost);
    }
}
