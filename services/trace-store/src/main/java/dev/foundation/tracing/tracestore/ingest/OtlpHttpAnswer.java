package dev.foundation.tracing.tracestore.ingest;

import java.util.logging.Level;
import java.util.logging.Logger;

import com.google.rpc.Code;
import com.google.rpc.Status;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** The answer to one OTLP request over HTTP, in the format of the request. */
final class OtlpHttpAnswer {

    private static final Logger LOG = Logger.getLogger(OtlpHttpAnswer.class.getName());

    private final HttpServerResponse response;
    private final OtlpFormat format;

    OtlpHttpAnswer(HttpServerResponse response, OtlpFormat format) {
        this.response = response;
        this.format = format;
    }

    void success(ExportTraceServiceResponse answer) {
        end(response, 200, format.mediaType(), Buffer.buffer(format.write(answer)));
    }

    void failure(Throwable failure) {
        if (failure instanceof RefusedException refused)
            refused(refused);
        else
            internalError(failure);
    }

    /** An error as OTLP wants it: a {@code google.rpc.Status}. */
    void status(int httpStatus, Code code, String message) {
        Status status = Status.newBuilder().setCode(code.getNumber()).setMessage(message).build();
        end(response, httpStatus, format.mediaType(), Buffer.buffer(format.write(status)));
    }

    /** An answer to what is no OTLP request. */
    static void text(HttpServerResponse response, int httpStatus, String message) {
        end(response, httpStatus, "text/plain", Buffer.buffer(message));
    }

    private void refused(RefusedException refused) {
        switch (refused.reason()) {
            case STORE_BUSY -> tryAgain(refused.answer());
            case SENDER_TOO_SLOW -> status(408, Code.DEADLINE_EXCEEDED, refused.answer());
            default -> status(400, Code.INVALID_ARGUMENT, refused.answer());
        }
    }

    private void tryAgain(String message) {
        response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(BusyException.RETRY_AFTER));
        status(429, Code.RESOURCE_EXHAUSTED, message);
    }

    private void internalError(Throwable failure) {
        LOG.log(Level.SEVERE, "an OTLP request failed inside the store", failure);
        status(500, Code.INTERNAL, "the store failed; its log says why");
    }

    private static void end(HttpServerResponse response, int httpStatus, String contentType, Buffer body) {
        // The sender may be gone by now; there is nobody to tell then.
        if (!response.closed() && !response.ended())
            response.setStatusCode(httpStatus).putHeader(HttpHeaders.CONTENT_TYPE, contentType).end(body);
    }
}
