package dev.foundation.tracing.tracestore.ingest;

/** A request of which the last byte did not come in time. */
final class SlowSenderException extends Exception {

    SlowSenderException() {
        super("the request took too long to arrive");
    }
}
