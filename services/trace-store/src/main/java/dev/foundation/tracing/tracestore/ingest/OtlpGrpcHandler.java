package dev.foundation.tracing.tracestore.ingest;

import org.jspecify.annotations.Nullable;

import com.google.rpc.Code;

import dev.foundation.tracing.tracestore.store.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * OTLP over gRPC: one method, plain or gzip, over HTTP/2 without TLS.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlpgrpc">OTLP/gRPC</a>
 */
final class OtlpGrpcHandler implements Handler<HttpServerRequest> {

    private static final String EXPORT = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
    private static final String GRPC = "application/grpc";

    private final TraceIntake intake;

    OtlpGrpcHandler(TraceIntake intake) {
        this.intake = intake;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String encoding = request.getHeader("grpc-encoding");
        OtlpGrpcAnswer answer = new OtlpGrpcAnswer(request.response());
        if (request.version() != HttpVersion.HTTP_2 || contentType == null || !contentType.startsWith(GRPC))
            OtlpHttpAnswer.text(request.response(), 415,
                    "this port takes OTLP over gRPC; OTLP over HTTP has a port of its own\n");
        else if (!EXPORT.equals(request.path()))
            answer.status(Code.UNIMPLEMENTED, "unknown method " + request.path());
        else if (!isGzip(encoding) && !isIdentity(encoding))
            refuse(answer, "unsupported grpc-encoding: " + encoding);
        else
            receive(request, isGzip(encoding), answer);
    }

    private void refuse(OtlpGrpcAnswer answer, String message) {
        intake.refused(Refusal.UNSUPPORTED_REQUEST);
        answer.status(Code.UNIMPLEMENTED, message);
    }

    private void receive(HttpServerRequest request, boolean gzip, OtlpGrpcAnswer answer) {
        CountedBody body = intake.newBody();
        BodyReader reader = new GrpcFrame(body, gzip);
        intake.receive(request, reader, body, OtlpFormat.PROTOBUF).onSuccess(answer::success).onFailure(answer::failure);
    }

    private static boolean isGzip(@Nullable String encoding) {
        return "gzip".equals(encoding);
    }

    private static boolean isIdentity(@Nullable String encoding) {
        return encoding == null || encoding.equals("identity");
    }
}
