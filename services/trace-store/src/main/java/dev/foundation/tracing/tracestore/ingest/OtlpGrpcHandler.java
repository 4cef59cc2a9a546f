package dev.foundation.tracing.tracestore.ingest;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServerOptions;
import io.vertx.grpc.server.GrpcServerRequest;

/**
 * OTLP over gRPC: one method, plain or gzip, over HTTP/2 without TLS.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlpgrpc">OTLP/gRPC</a>
 */
final class OtlpGrpcHandler implements Handler<HttpServerRequest> {

    private static final String EXPORT = "opentelemetry.proto.collector.trace.v1.TraceService/Export";
    private static final String GRPC = "application/grpc";
    private static final String GRPC_ENCODING = "grpc-encoding";

    private final TraceIntake intake;
    private final GrpcServer grpc;

    OtlpGrpcHandler(Vertx vertx, TraceIntake intake) {
        this.intake = intake;
        grpc = GrpcServer.server(vertx, new GrpcServerOptions().setMaxMessageSize(OtlpLimits.REQUEST_BYTES));
        grpc.callHandler(this::call);
    }

    @Override
    public void handle(HttpServerRequest request) {
        String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (request.version() != HttpVersion.HTTP_2 || contentType == null || !contentType.startsWith(GRPC)) {
            request.response().setStatusCode(415).putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                    .end("this port takes OTLP over gRPC; OTLP over HTTP has a port of its own\n");
            return;
        }
        // Without this header a compressed message would make Vert.x throw and leave the call without an answer.
        if (!request.headers().contains(GRPC_ENCODING))
            request.headers().set(GRPC_ENCODING, "identity");
        grpc.handle(request);
    }

    private void call(GrpcServerRequest<Buffer, Buffer> call) {
        if (EXPORT.equals(call.fullMethodName()))
            new ExportCall(intake, call).receive();
        else
            call.response().status(GrpcStatus.UNIMPLEMENTED).statusMessage("unknown method " + call.fullMethodName()).end();
    }
}
