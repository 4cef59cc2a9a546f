package dev.foundation.tracing.tracestore.ingest;

import java.util.concurrent.atomic.AtomicInteger;

/** How many requests may be received or wait at the same time. Thread-safe. */
final class RequestSlots {

    private final int slots;
    private final AtomicInteger taken = new AtomicInteger();

    RequestSlots(int slots) {
        this.slots = slots;
    }

    /** @return false if all are taken */
    boolean take() {
        if (taken.incrementAndGet() <= slots)
            return true;
        taken.decrementAndGet();
        return false;
    }

    void giveBack() {
        taken.decrementAndGet();
    }

    int taken() {
        return Math.min(slots, taken.get());
    }
}
