package dev.foundation.tracing.tracestore.ingest;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import com.google.rpc.Code;

import dev.foundation.tracing.tracestore.store.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * OTLP over HTTP: {@code POST /v1/traces} in Protobuf or JSON, plain or gzip.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP/HTTP</a>
 */
final class OtlpHttpHandler implements Handler<HttpServerRequest> {

    private final TraceIntake intake;

    OtlpHttpHandler(TraceIntake intake) {
        this.intake = intake;
    }

    @Override
    public void handle(HttpServerRequest request) {
        OtlpFormat format = format(request);
        if (!OtlpIngest.PATH.equals(request.path()))
            OtlpHttpAnswer.text(request.response(), 404, "404 page not found\n");
        else if (!HttpMethod.POST.equals(request.method()))
            OtlpHttpAnswer.text(request.response(), 405, "405 method not allowed, supported: [POST]");
        else if (format == null)
            refuse(request, Refusal.UNSUPPORTED_REQUEST, 415,
                    "415 unsupported media type, supported: [application/json, application/x-protobuf]");
        else if (!RequestOrigin.isOwn(request))
            refuse(request, Refusal.FROM_ANOTHER_SITE, 403, "403 a page of another site may not send traces here");
        else
            receive(request, format, new OtlpHttpAnswer(request.response(), format));
    }

    private void refuse(HttpServerRequest request, Refusal reason, int status, String message) {
        intake.refused(reason);
        OtlpHttpAnswer.text(request.response(), status, message);
    }

    private void receive(HttpServerRequest request, OtlpFormat format, OtlpHttpAnswer answer) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        boolean gzip = "gzip".equalsIgnoreCase(encoding);
        if (!gzip && !isIdentity(encoding)) {
            intake.refused(Refusal.UNSUPPORTED_REQUEST);
            answer.status(400, Code.INVALID_ARGUMENT, "unsupported Content-Encoding: " + encoding);
            return;
        }
        CountedBody body = intake.newBody();
        BodyReader reader = gzip ? new Gunzip(body) : body;
        intake.receive(request, reader, body, format).onSuccess(answer::success).onFailure(answer::failure);
    }

    private static @Nullable OtlpFormat format(HttpServerRequest request) {
        String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType == null)
            return null;
        int parameters = contentType.indexOf(';');
        String sent = (parameters < 0 ? contentType : contentType.substring(0, parameters)).trim();
        return Arrays.stream(OtlpFormat.values()).filter(format -> format.mediaType().equalsIgnoreCase(sent)).findFirst()
                .orElse(null);
    }

    private static boolean isIdentity(@Nullable String encoding) {
        return encoding == null || encoding.isEmpty() || encoding.equalsIgnoreCase("identity");
    }
}
