package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.store.SpanStore;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** All roads into the store. A span that was answered for is visible to readers. */
public final class OtlpIngest {

    /** Where OTLP over HTTP is taken. */
    public static final String PATH = "/v1/traces";

    private final TraceIntake intake;

    public OtlpIngest(Vertx vertx, SpanStore store) {
        intake = new TraceIntake(vertx, store, OtlpLimits.RECEIVING);
    }

    /** OTLP/HTTP; answers that there is nothing at any other path than {@link #PATH}. */
    public Handler<HttpServerRequest> http() {
        return new OtlpHttpHandler(intake);
    }

    /** OTLP/gRPC, for a server of its own that speaks HTTP/2 without TLS. */
    public Handler<HttpServerRequest> grpc() {
        return new OtlpGrpcHandler(intake);
    }

    /** @return how many requests are being received, or wait to be decoded */
    public int requestsInFlight() {
        return intake.requestsInFlight();
    }
}
