package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.store.Refusal;

/** A request that is no OTLP, or holds a span that is none. */
final class MalformedRequestException extends RefusedException {

    MalformedRequestException(String message) {
        super(Refusal.MALFORMED_REQUEST, message);
    }
}
