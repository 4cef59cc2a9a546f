package dev.foundation.tracing.tracestore.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** The answer to one gRPC call: a message and a good status, or a bad one alone. */
final class OtlpGrpcAnswer {

    private static final Logger LOG = Logger.getLogger(OtlpGrpcAnswer.class.getName());
    private static final String STATUS = "grpc-status";

    private final HttpServerResponse response;

    OtlpGrpcAnswer(HttpServerResponse response) {
        this.response = response;
        response.putHeader("grpc-accept-encoding", "gzip,identity");
    }

    void success(ExportTraceServiceResponse answer) {
        if (isGone())
            return;
        byte[] message = answer.toByteArray();
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/grpc").putTrailer(STATUS, "0");
        response.end(Buffer.buffer().appendByte((byte) 0).appendInt(message.length).appendBytes(message));
    }

    void failure(Throwable failure) {
        if (failure instanceof RefusedException refused)
            refused(refused);
        else
            internalError(failure);
    }

    void status(Code code, String message) {
        end(Status.newBuilder().setCode(code.getNumber()).setMessage(message).build());
    }

    private void refused(RefusedException refused) {
        switch (refused.reason()) {
            case STORE_BUSY -> tryAgain(refused.answer());
            case SENDER_TOO_SLOW -> status(Code.DEADLINE_EXCEEDED, refused.answer());
            case REQUEST_TOO_LARGE -> status(Code.RESOURCE_EXHAUSTED, refused.answer());
            default -> status(Code.INVALID_ARGUMENT, refused.answer());
        }
    }

    // OTLP's way to say when; without it a sender would have to guess.
    private void tryAgain(String message) {
        RetryInfo when = RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(BusyException.RETRY_AFTER))
                .build();
        end(Status.newBuilder().setCode(Code.UNAVAILABLE_VALUE).setMessage(message).addDetails(Any.pack(when)).build());
    }

    private void internalError(Throwable failure) {
        LOG.log(Level.SEVERE, "an OTLP call failed inside the store", failure);
        status(Code.INTERNAL, "the store failed; its log says why");
    }

    private void end(Status status) {
        if (isGone())
            return;
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/grpc")
                .putHeader(STATUS, Integer.toString(status.getCode()))
                .putHeader("grpc-message", percentEncoded(status.getMessage()));
        if (status.getDetailsCount() > 0)
            response.putHeader("grpc-status-details-bin",
                    Base64.getEncoder().withoutPadding().encodeToString(status.toByteArray()));
        response.end();
    }

    private boolean isGone() {
        return response.closed() || response.ended();
    }

    private static String percentEncoded(String message) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : message.getBytes(StandardCharsets.UTF_8)) {
            if (next >= ' ' && next <= '~' && next != '%')
                encoded.append((char) next);
            else
                encoded.append('%').append(String.format("%02X", next));
        }
        return encoded.toString();
    }
}
