package dev.foundation.tracing.test;

/** How an operation ended. */
public enum SpanStatus {
    /** Nothing was said: the usual success. */
    UNSET,
    OK,
    ERROR
}
