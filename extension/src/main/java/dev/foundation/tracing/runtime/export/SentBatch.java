package dev.foundation.tracing.runtime.export;

import java.util.concurrent.atomic.AtomicBoolean;

/** Spans that were given to the exporter together. They end together, once, however many say how. */
final class SentBatch {

    private final int spans;
    private final long sentNanos;
    private final AtomicBoolean ended = new AtomicBoolean();

    SentBatch(int spans, long sentNanos) {
        this.spans = spans;
        this.sentNanos = sentNanos;
    }

    int spans() {
        return spans;
    }

    /** @param now of the clock that said when it was sent */
    boolean isOlderThan(long nanos, long now) {
        return now - sentNanos > nanos;
    }

    /** @return whether this is the first time, which is the one that counts */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
