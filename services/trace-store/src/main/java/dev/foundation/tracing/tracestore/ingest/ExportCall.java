package dev.foundation.tracing.tracestore.ingest;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.store.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.grpc.common.GrpcMessage;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServerRequest;

/** One call of {@code TraceService/Export}. Used on one event loop. */
final class ExportCall {

    private static final Logger LOG = Logger.getLogger(ExportCall.class.getName());
    private static final String IDENTITY = "identity";
    private static final String GZIP = "gzip";

    private final TraceIntake intake;
    private final GrpcServerRequest<Buffer, Buffer> call;
    private @Nullable GrpcMessage message;
    private boolean answered;

    ExportCall(TraceIntake intake, GrpcServerRequest<Buffer, Buffer> call) {
        this.intake = intake;
        this.call = call;
    }

    void receive() {
        call.invalidMessageHandler(invalid -> fail(new RequestTooLargeException()));
        call.exceptionHandler(broken -> answered = true);
        call.errorHandler(cancelled -> answered = true);
        // The message as it came, not decoded by Vert.x: it would decompress without a limit.
        call.messageHandler(this::receive);
        call.endHandler(end -> received());
    }

    private void receive(GrpcMessage received) {
        if (answered)
            return;
        if (message == null)
            message = received;
        else
            fail(new MalformedRequestException("a call of Export has one message, this one has several"));
    }

    private void received() {
        GrpcMessage received = message;
        if (answered)
            return;
        if (received == null)
            refuse(GrpcStatus.INVALID_ARGUMENT, "the call has no message");
        else if (!received.encoding().equals(IDENTITY) && !received.encoding().equals(GZIP))
            refuse(GrpcStatus.UNIMPLEMENTED, "unsupported grpc-encoding: " + received.encoding());
        else
            take(received.payload().getBytes(), received.encoding().equals(GZIP));
    }

    private void take(byte[] body, boolean gzip) {
        if (!intake.budget().take(body.length)) {
            fail(new BusyException());
            return;
        }
        intake.take(body, gzip)
                .onComplete(done -> intake.budget().giveBack(body.length))
                .onSuccess(this::succeed)
                .onFailure(this::fail);
    }

    private void succeed(byte[] body) {
        if (isUnanswered())
            call.response().end(Buffer.buffer(body));
    }

    private void fail(Throwable failure) {
        intake.countRefusal(failure);
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof MalformedRequestException)
            answer(GrpcStatus.INVALID_ARGUMENT, message);
        else if (failure instanceof RequestTooLargeException)
            answer(GrpcStatus.RESOURCE_EXHAUSTED, message);
        else if (failure instanceof BusyException)
            answer(GrpcStatus.UNAVAILABLE, message);
        else
            failInside(failure);
    }

    private void failInside(Throwable failure) {
        LOG.log(Level.SEVERE, "an OTLP call failed inside the store", failure);
        answer(GrpcStatus.INTERNAL, "the store failed; its log says why");
    }

    private void refuse(GrpcStatus status, String message) {
        intake.refused(Refusal.UNSUPPORTED_REQUEST);
        answer(status, message);
    }

    private void answer(GrpcStatus status, String message) {
        if (isUnanswered())
            call.response().status(status).statusMessage(message).end();
    }

    private boolean isUnanswered() {
        boolean first = !answered;
        answered = true;
        return first;
    }
}
