package dev.foundation.tracing.tracestore.ingest;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.google.rpc.Code;

import dev.foundation.tracing.tracestore.store.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * OTLP over HTTP: {@code POST /v1/traces} in Protobuf, plain or gzip.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP/HTTP</a>
 */
final class OtlpHttpHandler implements Handler<HttpServerRequest> {

    private static final String PATH = "/v1/traces";
    private static final String JSON = "application/json";

    private final Vertx vertx;
    private final TraceIntake intake;

    OtlpHttpHandler(Vertx vertx, TraceIntake intake) {
        this.vertx = vertx;
        this.intake = intake;
    }

    @Override
    public void handle(HttpServerRequest request) {
        OtlpHttpAnswer answer = new OtlpHttpAnswer(request.response());
        if (!PATH.equals(request.path()))
            answer.text(404, "404 page not found\n");
        else if (!HttpMethod.POST.equals(request.method()))
            answer.text(405, "405 method not allowed, supported: [POST]");
        else if (!isOf(OtlpHttpAnswer.PROTOBUF, request))
            refuseContentType(request, answer);
        else
            receive(request, answer);
    }

    private void refuseContentType(HttpServerRequest request, OtlpHttpAnswer answer) {
        intake.refused(Refusal.UNSUPPORTED_REQUEST);
        if (isOf(JSON, request))
            answer.text(415, "415 this store does not take OTLP in JSON yet: send " + OtlpHttpAnswer.PROTOBUF);
        else
            answer.text(415, "415 unsupported media type, supported: [" + OtlpHttpAnswer.PROTOBUF + "]");
    }

    private void receive(HttpServerRequest request, OtlpHttpAnswer answer) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        boolean gzip = "gzip".equalsIgnoreCase(encoding);
        if (!gzip && !isIdentity(encoding)) {
            intake.refused(Refusal.UNSUPPORTED_REQUEST);
            answer.status(400, Code.INVALID_ARGUMENT, "unsupported Content-Encoding: " + encoding);
            return;
        }
        LimitedBody body = new LimitedBody(vertx, request, intake.budget(), Duration.ofSeconds(OtlpLimits.RECEIVING_SECONDS));
        body.collect()
                .compose(sent -> intake.take(sent.getBytes(), gzip))
                .onComplete(done -> body.release())
                .onSuccess(answer::success)
                .onFailure(failure -> fail(answer, failure));
    }

    private void fail(OtlpHttpAnswer answer, Throwable failure) {
        intake.countRefusal(failure);
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof MalformedRequestException || failure instanceof RequestTooLargeException)
            answer.status(400, Code.INVALID_ARGUMENT, message);
        else if (failure instanceof SlowSenderException)
            answer.status(408, Code.DEADLINE_EXCEEDED, message);
        else if (failure instanceof BusyException)
            answer.tryAgain(message);
        else
            answer.internalError(failure);
    }

    private static boolean isOf(String mediaType, HttpServerRequest request) {
        String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType == null)
            return false;
        int parameters = contentType.indexOf(';');
        String sent = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return sent.trim().equalsIgnoreCase(mediaType);
    }

    private static boolean isIdentity(@Nullable String encoding) {
        return encoding == null || encoding.isEmpty() || encoding.equalsIgnoreCase("identity");
    }
}
