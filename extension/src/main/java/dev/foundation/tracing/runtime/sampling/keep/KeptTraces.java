package dev.foundation.tracing.runtime.sampling.keep;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Traces that this process has spans of, and of those that are kept the newest: their late spans are kept as well. */
final class KeptTraces {

    private static final int MOST_KEPT = 1_000;

    private record Kept(String traceId, HeldTrace trace, long sinceNanos) {
    }

    private final Map<String, HeldTrace> byId = new ConcurrentHashMap<>();
    private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();
    private final AtomicInteger keptCount = new AtomicInteger();

    Map<String, HeldTrace> byId() {
        return byId;
    }

    void add(String traceId, HeldTrace trace, long now) {
        kept.add(new Kept(traceId, trace, now));
        if (keptCount.incrementAndGet() > MOST_KEPT)
            removeOldest();
    }

    void removeKeptBefore(long nanos, long now) {
        Kept oldest = kept.peek();
        while (oldest != null && now - oldest.sinceNanos > nanos) {
            removeOldest();
            oldest = kept.peek();
        }
    }

    private void removeOldest() {
        Kept oldest = kept.poll();
        if (oldest == null)
            return;
        keptCount.decrementAndGet();
        byId.remove(oldest.traceId, oldest.trace);
    }
}
