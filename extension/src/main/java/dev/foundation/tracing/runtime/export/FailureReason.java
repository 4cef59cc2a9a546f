package dev.foundation.tracing.runtime.export;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.exporter.internal.FailedExportException.GrpcExportException;
import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import io.opentelemetry.exporter.internal.grpc.GrpcResponse;
import io.opentelemetry.exporter.internal.http.HttpSender;
import io.vertx.core.VertxException;

/** What an exporter's exception means, in one line and without what an answer could smuggle into a log. */
record FailureReason(DropCause cause, String text) {

    static final FailureReason UNANSWERED = new FailureReason(DropCause.UNANSWERED, "no answer within two minutes");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST = 300;

    /** @param thrown null if the exporter does not tell */
    static FailureReason of(@Nullable Throwable thrown) {
        if (thrown instanceof HttpExportException http && http.getResponse() != null)
            return ofAnswer(http.getResponse());
        if (thrown instanceof GrpcExportException grpc && grpc.getResponse() != null)
            return ofAnswer(grpc.getResponse());
        Throwable root = root(thrown);
        return root == null ? new FailureReason(DropCause.FAILED, "the exporter does not say why") : ofThrown(root);
    }

    private static FailureReason ofAnswer(HttpSender.Response answer) {
        return new FailureReason(answer.statusCode() == TOO_MANY_REQUESTS ? DropCause.THROTTLED : DropCause.REFUSED,
                line("HTTP status " + answer.statusCode() + " " + answer.statusMessage()));
    }

    private static FailureReason ofAnswer(GrpcResponse answer) {
        return new FailureReason(DropCause.REFUSED,
                line("gRPC status " + answer.grpcStatusValue() + ": " + answer.grpcStatusDescription()));
    }

    private static FailureReason ofThrown(Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        if (GrpcAnswer.isOne(message))
            return new FailureReason(GrpcAnswer.isThrottling(message) ? DropCause.THROTTLED : DropCause.REFUSED, line(message));
        return new FailureReason(causeOf(thrown), line(thrown instanceof UnknownHostException ? "unknown host" : message));
    }

    private static DropCause causeOf(Throwable thrown) {
        if (thrown instanceof ConnectException || thrown instanceof UnknownHostException
                || thrown instanceof NoRouteToHostException)
            return DropCause.UNREACHABLE;
        if (thrown instanceof TimeoutException)
            return DropCause.TIMED_OUT;
        if (thrown instanceof RejectedExecutionException)
            return DropCause.SHUTDOWN;
        return thrown instanceof IOException || thrown instanceof VertxException ? DropCause.CONNECTION_LOST
                : DropCause.FAILED;
    }

    private static @Nullable Throwable root(@Nullable Throwable thrown) {
        Throwable root = thrown;
        // Netty's own exception names the address; what it was caused by, not.
        while (root != null && !(root instanceof ConnectException) && root.getCause() != null && root.getCause() != root)
            root = root.getCause();
        return root;
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
