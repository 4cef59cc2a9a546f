package dev.foundation.tracing.tracestore.store;

/** Why something that was sent is not in the store. */
public enum Refusal {
    /** Requests that are no OTLP, or hold a span without valid ids. */
    MALFORMED_REQUEST,
    /** Requests that are too large, compressed or not. */
    REQUEST_TOO_LARGE,
    /** Requests that came while too many others were being received. */
    STORE_BUSY,
    /** Requests that did not arrive within the time for one. */
    SENDER_TOO_SLOW,
    /** Requests in a format, an encoding or with a method that is not understood. */
    UNSUPPORTED_REQUEST,
    /** Requests without the token that the store demands. */
    NOT_AUTHENTICATED,
    /** Requests that a web page of another site made a browser send. */
    FROM_ANOTHER_SITE,
    /** Spans of a trace that had as many spans as a trace may have. */
    TRACE_HAS_TOO_MANY_SPANS,
    /** Spans of a trace that had as many bytes as a trace may have. */
    TRACE_HAS_TOO_MANY_BYTES
}
