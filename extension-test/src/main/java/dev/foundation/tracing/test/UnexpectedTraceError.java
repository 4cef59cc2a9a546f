package dev.foundation.tracing.test;

/**
 * A trace is not what the caller asked for. The message shows the trace as it is. An assertion that failed, to test runners.
 */
public final class UnexpectedTraceError extends AssertionError {

    /** @param message says what was asked for, and ends with the trace */
    public UnexpectedTraceError(String message) {
        super(message);
    }
}
