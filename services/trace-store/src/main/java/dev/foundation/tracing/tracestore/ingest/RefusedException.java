package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.store.Refusal;

/** A request that is not taken. Its message is the answer to the sender. */
abstract sealed class RefusedException extends Exception
        permits MalformedRequestException, RequestTooLargeException, BusyException, SlowSenderException {

    private final Refusal reason;

    RefusedException(Refusal reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What it is counted as. */
    final Refusal reason() {
        return reason;
    }

    final String answer() {
        return String.valueOf(getMessage());
    }
}
