package dev.foundation.tracing.tracestore.ingest;

/** Adds what was dropped here to what the sender says it dropped. */
final class DroppedTotal {

    private DroppedTotal() {
    }

    /** @param sent an unsigned 32-bit number; what an {@code int} cannot hold counts as its largest value */
    static int of(int sent, int here) {
        return (int) Math.min(Integer.MAX_VALUE, Integer.toUnsignedLong(sent) + here);
    }
}
