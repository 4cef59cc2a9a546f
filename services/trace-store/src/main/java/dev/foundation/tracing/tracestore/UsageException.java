package dev.foundation.tracing.tracestore;

/** Arguments that make no sense. Its message says what to do. */
final class UsageException extends Exception {

    UsageException(String message) {
        super(message);
    }
}
