package dev.foundation.tracing.test;

/** A trace is not what the caller asked for. The message shows the trace as it is. */
public final class UnexpectedTraceException extends RuntimeException {

    UnexpectedTraceException(String message) {
        super(message);
    }
}
