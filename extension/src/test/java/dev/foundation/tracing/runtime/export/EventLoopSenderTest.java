package dev.foundation.tracing.runtime.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.exporter.internal.grpc.GrpcResponse;
import io.opentelemetry.exporter.internal.grpc.GrpcSender;
import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

class EventLoopSenderTest {

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Throwable> errors = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> onEventLoop = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        closeVertx();
    }

    @Test
    void theRequestBeginsOnAnEventLoopWhereverItIsMade() throws InterruptedException {
        sender(() -> onEventLoop.add(Context.isOnEventLoopThread())).send(null, answer -> {
        }, errors::add);

        assertThat(onEventLoop.poll(10, TimeUnit.SECONDS)).isTrue();
        assertThat(errors).isEmpty();
    }

    @Test
    void whatTheSenderThrowsIsAnAnswerToo() throws InterruptedException {
        sender(() -> {
            throw new IllegalStateException("out of order");
        }).send(null, answer -> {
        }, errors::add);

        assertThat(errors.poll(10, TimeUnit.SECONDS)).hasMessage("out of order");
    }

    @Test
    void nobodyWaitsForAnEventLoopThatHasEnded() throws InterruptedException {
        EventLoopSender<Marshaler> sender = sender(() -> onEventLoop.add(true));
        closeVertx();

        sender.send(null, answer -> {
        }, errors::add);

        assertThat(errors.poll(10, TimeUnit.SECONDS)).isInstanceOf(RejectedExecutionException.class);
    }

    private void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private EventLoopSender<Marshaler> sender(Runnable onSend) {
        return new EventLoopSender<>(new Sender(onSend), ((VertxInternal) vertx).createEventLoopContext());
    }

    private record Sender(Runnable onSend) implements GrpcSender<Marshaler> {

        @Override
        public void send(Marshaler request, Consumer<GrpcResponse> onAnswer, Consumer<Throwable> onError) {
            onSend.run();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
