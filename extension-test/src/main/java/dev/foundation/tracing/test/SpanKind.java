package dev.foundation.tracing.test;

/** The side of a call that a span tells about. */
public enum SpanKind {
    /** Also where the sender did not say. */
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
}
