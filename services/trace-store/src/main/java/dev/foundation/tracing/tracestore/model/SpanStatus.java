package dev.foundation.tracing.tracestore.model;

/**
 * How a span ended.
 *
 * @param message why it failed; empty if nobody said
 */
public record SpanStatus(Code code, String message) {

    /** Nobody said how it ended. */
    public static final SpanStatus UNSET = new SpanStatus(Code.UNSET, "");

    /** The outcomes OTLP knows. */
    public enum Code {
        UNSET,
        OK,
        ERROR
    }
}
