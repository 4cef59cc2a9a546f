package dev.foundation.tracing.runtime.export;

/** What to do about spans that do not arrive. */
public final class Advice {

    private static final String ENDPOINT = "Check that something listens there, and quarkus.otel.exporter.otlp.endpoint.";
    private static final String PROTOCOL = "Check quarkus.otel.exporter.otlp.protocol: port 4317 is for grpc, 4318 for "
            + "http/protobuf.";
    private static final String HEADERS = "Check quarkus.otel.exporter.otlp.headers, which credentials belong into.";

    private Advice() {
    }

    public static String on(ExportFailure failure) {
        return on(new FailureReason(failure.cause(), failure.reason()));
    }

    static String on(FailureReason reason) {
        return switch (reason.cause()) {
            case REFUSED -> onAnswer(reason.text());
            case CONNECTION_LOST -> PROTOCOL;
            case NOT_READABLE -> "The log has said once what is wrong with them.";
            default -> on(reason.cause());
        };
    }

    public static String on(DropCause cause) {
        return switch (cause) {
            case QUEUE_FULL -> "Keep fewer traces, or raise quarkus.otel.bsp.max.queue.size.";
            case UNREACHABLE -> ENDPOINT;
            case THROTTLED -> "Keep fewer traces, or have the other end take more.";
            case TIMED_OUT -> "Look there for what takes so long, or raise quarkus.otel.exporter.otlp.timeout.";
            default -> "Look there for the reason.";
        };
    }

    private static String onAnswer(String text) {
        if (text.contains("HTTP status 401") || text.contains("HTTP status 403") || text.contains("UNAUTHENTICATED")
                || text.contains("PERMISSION_DENIED"))
            return HEADERS;
        return text.contains("HTTP status 40") || text.contains("HTTP status 415") || text.contains("UNIMPLEMENTED")
                || text.contains("gRPC status missing") ? PROTOCOL : "Look there for the reason.";
    }
}
