package dev.foundation.tracing.tracestore;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses requests for a name that is not this machine's. A web page from elsewhere can point its own name at the loopback
 * address and then read the answers as its own (DNS rebinding); the name in the request gives it away.
 */
final class HostCheck implements Handler<RoutingContext> {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    private final String boundHost;

    HostCheck(String boundHost) {
        this.boundHost = boundHost.toLowerCase(Locale.ROOT);
    }

    @Override
    public void handle(RoutingContext context) {
        if (isAllowed(context))
            context.next();
        else
            context.response().setStatusCode(403).putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .end("this store answers to localhost and the address it listens on only, check the Host header\n");
    }

    private boolean isAllowed(RoutingContext context) {
        HostAndPort authority = context.request().authority();
        if (authority == null)
            return context.request().getHeader(HttpHeaders.HOST) == null;
        return isAllowed(authority.host());
    }

    boolean isAllowed(@Nullable String requested) {
        if (requested == null)
            return true;
        String host = requested.toLowerCase(Locale.ROOT);
        // Listening everywhere, a store cannot know all its names: whoever allowed that guards it by other means.
        return LOOPBACK.matcher(host).matches() || host.equals(boundHost) || EVERY_ADDRESS.contains(boundHost);
    }
}
