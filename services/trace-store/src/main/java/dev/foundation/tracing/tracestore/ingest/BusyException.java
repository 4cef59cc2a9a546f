package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.store.Refusal;

/** A request that came while there was no room for another one; it may be sent again. */
final class BusyException extends RefusedException {

    /** Seconds after which a sender may try again. */
    static final int RETRY_AFTER = 1;

    BusyException() {
        super(Refusal.STORE_BUSY, "too many requests are being received at once: try again in a second");
    }
}
