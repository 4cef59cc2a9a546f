package dev.foundation.tracing.tracestore;

import java.util.List;

import dev.foundation.tracing.tracestore.store.Counters;
import dev.foundation.tracing.tracestore.store.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Lets requests through that have the token, if the store demands one. */
final class AccessCheck implements Handler<HttpServerRequest> {

    // It tells nothing but that the store runs, and what asks for that has no secrets.
    private static final String LIVENESS = "/ready";
    private static final List<String> CHALLENGES = List.of("Bearer realm=\"trace store\"",
            "Basic realm=\"trace store: the token is the password\", charset=\"UTF-8\"");
    private static final String GRPC_UNAUTHENTICATED = "16";

    private final Access access;
    private final Counters counters;
    private final Handler<HttpServerRequest> admitted;

    AccessCheck(Access access, Counters counters, Handler<HttpServerRequest> admitted) {
        this.access = access;
        this.counters = counters;
        this.admitted = admitted;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (LIVENESS.equals(request.path()) || access.admits(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            admitted.handle(request);
            return;
        }
        counters.refused(Refusal.NOT_AUTHENTICATED, 1);
        String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType != null && contentType.startsWith("application/grpc"))
            request.response().putHeader(HttpHeaders.CONTENT_TYPE, contentType).putHeader("grpc-status", GRPC_UNAUTHENTICATED)
                    .putHeader("grpc-message", "this store demands a bearer token").end();
        else
            challenge(request.response());
    }

    private static void challenge(HttpServerResponse response) {
        response.setStatusCode(401).putHeader("WWW-Authenticate", CHALLENGES)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end("this store demands a token: send Authorization: Bearer TOKEN, or the token as a password\n");
    }
}
