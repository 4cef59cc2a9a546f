package dev.foundation.tracing.runtime.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.exporter.internal.grpc.GrpcResponse;
import io.vertx.core.VertxException;

class FailureReasonTest {

    @ParameterizedTest
    @MethodSource("failures")
    void whatWasThrownHasItsCause(Throwable thrown, DropCause cause, String text) {
        FailureReason reason = FailureReason.of(FailedExportException.grpcFailedExceptionally(thrown));

        assertThat(reason).isEqualTo(new FailureReason(cause, text));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("Connection refused: tempo/10.0.0.7:4317"), DropCause.UNREACHABLE,
                        "Connection refused: tempo/10.0.0.7:4317"),
                Arguments.of(new UnknownHostException("tempo"), DropCause.UNREACHABLE, "unknown host"),
                Arguments.of(new IOException("Connection reset by peer"), DropCause.CONNECTION_LOST,
                        "Connection reset by peer"),
                Arguments.of(new VertxException("Connection was closed"), DropCause.CONNECTION_LOST, "Connection was closed"),
                Arguments.of(new TimeoutException("10000 ms"), DropCause.TIMED_OUT, "10000 ms"),
                Arguments.of(new RejectedExecutionException("terminated"), DropCause.SHUTDOWN, "terminated"),
                Arguments.of(new IllegalStateException(), DropCause.FAILED, "IllegalStateException"),
                Arguments.of(new IllegalStateException(GrpcAnswer.text("UNAVAILABLE", "too+many%20bytes")), DropCause.REFUSED,
                        "gRPC status UNAVAILABLE: too+many bytes"),
                Arguments.of(new IllegalStateException(GrpcAnswer.text("RESOURCE_EXHAUSTED", null)), DropCause.THROTTLED,
                        "gRPC status RESOURCE_EXHAUSTED"),
                Arguments.of(new IllegalStateException(GrpcAnswer.text(null, "100%")), DropCause.REFUSED,
                        "gRPC status missing: 100%"));
    }

    @Test
    void anAnswerHasItsStatus() {
        assertThat(FailureReason.of(FailedExportException.grpcFailedWithResponse(GrpcResponse.create(14, "gone"))))
                .isEqualTo(new FailureReason(DropCause.REFUSED, "gRPC status 14: gone"));
    }

    @Test
    void anExporterMayNotTell() {
        assertThat(FailureReason.of(null)).isEqualTo(new FailureReason(DropCause.FAILED, "the exporter does not say why"));
    }

    @Test
    void anAnswerCannotWriteLinesOfItsOwn() {
        String text = FailureReason.of(new IOException("gone\n12:00 ERROR all is lost" + "!".repeat(1_000))).text();

        assertThat(text).startsWith("gone 12:00 ERROR").hasSizeLessThan(400).doesNotContain("\n");
    }
}
