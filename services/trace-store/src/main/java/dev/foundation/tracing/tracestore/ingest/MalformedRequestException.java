package dev.foundation.tracing.tracestore.ingest;

/** A request that is no OTLP, or holds a span that is none. Its message is the answer to the sender. */
final class MalformedRequestException extends Exception {

    MalformedRequestException(String message) {
        super(message);
    }
}
