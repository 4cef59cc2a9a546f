package dev.foundation.tracing.runtime.span;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * Remembers which throwables have been recorded of late, so that on its way out through several spans each is recorded once,
 * also across threads. A span inside recorded it exactly if that happened after this span began; the same object thrown once
 * more, by a second attempt or in another trace, is recorded again. The memory is fixed: one that is pushed out by others is
 * recorded twice.
 */
final class RecordedThrowables {

    private static final int SLOTS = 1_024;

    private final AtomicReferenceArray<Entry> slots = new AtomicReferenceArray<>(SLOTS);
    /** May run over: what counts is which of two comes later. */
    private final AtomicInteger count = new AtomicInteger();

    int count() {
        return count.get();
    }

    /**
     * @param startedAfter how many had been recorded when the span began
     * @return true if no span inside this one has recorded it; it counts as recorded from now on
     */
    boolean isFirst(Throwable thrown, Span span, int startedAfter) {
        String traceId = span.getSpanContext().getTraceId();
        String parentId = parentId(span);
        int slot = (System.identityHashCode(thrown) ^ traceId.hashCode()) & (SLOTS - 1);
        Entry last = slots.get(slot);
        if (last != null && last.number - startedAfter > 0 && last.thrown.refersTo(thrown) && last.traceId.equals(traceId)
                && !last.isBeside(parentId))
            return false;
        slots.set(slot, new Entry(new WeakReference<>(thrown), traceId, parentId, count.incrementAndGet()));
        return true;
    }

    private static @Nullable String parentId(Span span) {
        return span instanceof ReadableSpan readable && readable.getParentSpanContext().isValid()
                ? readable.getParentSpanContext().getSpanId()
                : null;
    }

    /** @param parentId of the span that recorded it; null if that was a root, or nobody knows */
    private record Entry(WeakReference<Throwable> thrown, String traceId, @Nullable String parentId, int number) {

        /** Two that wait side by side for the same failure are not inside one another. */
        boolean isBeside(@Nullable String otherParentId) {
            return parentId != null && parentId.equals(otherParentId);
        }
    }
}
