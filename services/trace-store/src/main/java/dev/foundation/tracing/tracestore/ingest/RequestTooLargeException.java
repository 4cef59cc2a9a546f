package dev.foundation.tracing.tracestore.ingest;

/** A request that is larger than {@link OtlpLimits#REQUEST_BYTES}. */
final class RequestTooLargeException extends Exception {

    RequestTooLargeException() {
        super("http: request body too large");
    }
}
