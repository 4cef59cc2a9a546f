package dev.foundation.tracing.runtime.export;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import io.opentelemetry.exporter.internal.grpc.GrpcResponse;
import io.opentelemetry.exporter.internal.grpc.GrpcSender;
import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.vertx.core.Context;

/**
 * Has Quarkus's sender begin on an event loop. It sets the handlers for an answer after it has sent the request: on the batch
 * processor's own thread an answer can come before they are there. It is missed then, and nothing more is exported until the
 * processor gives up. On the event loop that reads the answer, they are there first.
 */
final class EventLoopSender<T extends Marshaler> implements GrpcSender<T> {

    private final GrpcSender<T> sender;
    private final Context eventLoop;

    EventLoopSender(GrpcSender<T> sender, Context eventLoop) {
        this.sender = sender;
        this.eventLoop = eventLoop;
    }

    @Override
    public void send(T request, Consumer<GrpcResponse> onAnswer, Consumer<Throwable> onError) {
        try {
            eventLoop.runOnContext(now -> sendNow(request, onAnswer, onError));
        } catch (RejectedExecutionException e) {
            onError.accept(e);
        }
    }

    private void sendNow(T request, Consumer<GrpcResponse> onAnswer, Consumer<Throwable> onError) {
        try {
            sender.send(request, onAnswer, onError);
        } catch (RuntimeException e) {
            onError.accept(e); // the processor waits for an answer, and nobody else would give one
        }
    }

    @Override
    public CompletableResultCode shutdown() {
        return sender.shutdown();
    }
}
