package dev.foundation.tracing.tracestore.ingest;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of requests are held before they are spans, over all connections: one limit per request would let many
 * large requests together fill the heap. Every piece counts as it comes, decompressed. Thread-safe.
 */
final class BodyBudget {

    private final AtomicLong free;

    BodyBudget(long bytes) {
        free = new AtomicLong(bytes);
    }

    /** @return false if there is no room now; then nothing was taken */
    boolean take(long bytes) {
        if (free.addAndGet(-bytes) >= 0)
            return true;
        free.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }
}
