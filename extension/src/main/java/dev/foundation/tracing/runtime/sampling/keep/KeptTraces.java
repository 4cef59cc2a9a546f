package dev.foundation.tracing.runtime.sampling.keep;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Traces that this process has spans of, and of those that are kept the newest: their late spans are kept as well. */
final class KeptTraces {

    private static final int MOST_KEPT = 1_000;

    private record Kept(String traceId, HeldTrace trace, long sinceNanos) {
    }

    private final Map<String, HeldTrace> byId = new ConcurrentHashMap<>();
    private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();
    private final AtomicInteger keptCount = new AtomicInteger();
    private final Consumer<HeldTrace> removed;

    /** @param removed told of each that is kept and no longer known */
    KeptTraces(Consumer<HeldTrace> removed) {
        this.removed = removed;
    }

    Map<String, HeldTrace> byId() {
        return byId;
    }

    void add(String traceId, HeldTrace trace, long now) {
        kept.add(new Kept(traceId, trace, now));
        if (keptCount.incrementAndGet() > MOST_KEPT)
            removeOldest();
    }

    /** Those stay that have roots which still run: their spans would be without them. */
    void removeKeptBefore(long nanos, long now) {
        Kept oldest = kept.peek();
        while (oldest != null && now - oldest.sinceNanos > nanos) {
            if (oldest.trace.hasOpenRoots())
                stay(now);
            else
                removeOldest();
            oldest = kept.peek();
        }
    }

    private void stay(long now) {
        Kept oldest = kept.poll();
        if (oldest != null)
            kept.add(new Kept(oldest.traceId, oldest.trace, now));
    }

    private void removeOldest() {
        Kept oldest = kept.poll();
        if (oldest == null)
            return;
        keptCount.decrementAndGet();
        byId.remove(oldest.traceId, oldest.trace);
        removed.accept(oldest.trace);
    }
}
