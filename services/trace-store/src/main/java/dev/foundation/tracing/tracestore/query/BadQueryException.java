package dev.foundation.tracing.tracestore.query;

/** A query that cannot be answered. Its message, one line, is the answer to the asker. */
final class BadQueryException extends RuntimeException {

    BadQueryException(String message) {
        super(message);
    }
}
