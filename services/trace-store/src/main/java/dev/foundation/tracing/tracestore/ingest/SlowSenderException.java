package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.store.Refusal;

/** A request that did not arrive within the time for one. */
final class SlowSenderException extends RefusedException {

    SlowSenderException() {
        super(Refusal.SENDER_TOO_SLOW, "the request did not arrive within " + OtlpLimits.RECEIVING.toSeconds() + " s");
    }
}
