package dev.foundation.tracing.tracestore.ingest;

import java.util.logging.Level;
import java.util.logging.Logger;

import com.google.rpc.Code;
import com.google.rpc.Status;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** The answer to one OTLP request over HTTP. */
final class OtlpHttpAnswer {

    static final String PROTOBUF = "application/x-protobuf";

    private static final Logger LOG = Logger.getLogger(OtlpHttpAnswer.class.getName());

    private final HttpServerResponse response;

    OtlpHttpAnswer(HttpServerResponse response) {
        this.response = response;
    }

    void success(byte[] body) {
        end(200, PROTOBUF, Buffer.buffer(body));
    }

    /** An error as OTLP wants it: a {@code google.rpc.Status} in the format of the request. */
    void status(int httpStatus, Code code, String message) {
        Status status = Status.newBuilder().setCode(code.getNumber()).setMessage(message).build();
        end(httpStatus, PROTOBUF, Buffer.buffer(status.toByteArray()));
    }

    void tryAgain(String message) {
        response.putHeader(HttpHeaders.RETRY_AFTER, "1");
        status(503, Code.UNAVAILABLE, message);
    }

    void internalError(Throwable failure) {
        LOG.log(Level.SEVERE, "an OTLP request failed inside the store", failure);
        status(500, Code.INTERNAL, "the store failed; its log says why");
    }

    void text(int httpStatus, String message) {
        end(httpStatus, "text/plain", Buffer.buffer(message));
    }

    private void end(int httpStatus, String contentType, Buffer body) {
        // The sender may be gone by now; there is nobody to tell then.
        if (!response.closed() && !response.ended())
            response.setStatusCode(httpStatus).putHeader(HttpHeaders.CONTENT_TYPE, contentType).end(body);
    }
}
