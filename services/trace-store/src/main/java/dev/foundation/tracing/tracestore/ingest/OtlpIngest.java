package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.store.SpanStore;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** Both roads into the store. A span that was answered for is visible to readers. */
public final class OtlpIngest {

    private final Vertx vertx;
    private final TraceIntake intake;

    public OtlpIngest(Vertx vertx, SpanStore store) {
        this.vertx = vertx;
        intake = new TraceIntake(vertx, store);
    }

    /** OTLP/HTTP, for a server of its own. */
    public Handler<HttpServerRequest> http() {
        return new OtlpHttpHandler(vertx, intake);
    }

    /** OTLP/gRPC, for a server of its own that speaks HTTP/2 without TLS. */
    public Handler<HttpServerRequest> grpc() {
        return new OtlpGrpcHandler(vertx, intake);
    }
}
