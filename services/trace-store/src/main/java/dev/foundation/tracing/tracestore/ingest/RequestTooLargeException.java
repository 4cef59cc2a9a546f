package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.store.Refusal;

/** A request that is larger than one may be, compressed or not. */
final class RequestTooLargeException extends RefusedException {

    RequestTooLargeException() {
        // Tempo's words.
        super(Refusal.REQUEST_TOO_LARGE, "http: request body too large");
    }
}
