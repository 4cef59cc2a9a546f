package dev.foundation.tracing.tracestore.model;

/** The role of a span in its trace. */
public enum SpanKind {
    UNSPECIFIED,
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
}
