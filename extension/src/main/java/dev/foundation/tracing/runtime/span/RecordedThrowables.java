package dev.foundation.tracing.runtime.span;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Remembers which throwables have been recorded of late, so that on its way out through several spans each is recorded once,
 * also across threads. A span inside recorded it exactly if that happened after this span began; the same object thrown once
 * more, by a second attempt or in another trace, is recorded again. The memory is fixed: one that is pushed out by others is
 * recorded twice.
 */
final class RecordedThrowables {

    private static final int SLOTS = 1_024;

    private final AtomicReferenceArray<Entry> slots = new AtomicReferenceArray<>(SLOTS);
    private final AtomicLong count = new AtomicLong();

    long count() {
        return count.get();
    }

    /** @return true if no span inside the one that began after that many has recorded it; it counts as recorded from now on */
    boolean isFirst(Throwable thrown, String traceId, long startedAfter) {
        int slot = (System.identityHashCode(thrown) ^ traceId.hashCode()) & (SLOTS - 1);
        Entry last = slots.get(slot);
        if (last != null && last.number > startedAfter && last.thrown.refersTo(thrown) && last.traceId.equals(traceId))
            return false;
        slots.set(slot, new Entry(new WeakReference<>(thrown), traceId, count.incrementAndGet()));
        return true;
    }

    private record Entry(WeakReference<Throwable> thrown, String traceId, long number) {
    }
}
