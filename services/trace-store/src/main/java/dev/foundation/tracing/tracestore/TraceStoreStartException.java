package dev.foundation.tracing.tracestore;

/** A store that could not start. Its message says which port or address, and what to do. */
final class TraceStoreStartException extends IllegalStateException {

    TraceStoreStartException(String message) {
        super(message);
    }

    TraceStoreStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
