package dev.foundation.tracing.runtime.cache;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.SpanContext;

/** The loads of one cache: those that are going on, by their keys, and a few that have just ended. Safe from any thread. */
final class Loads {

    /** As many as a process has threads or connections for; what is beyond goes on unknown to others. */
    private static final int MOST = 10_000;
    private static final int SLOTS = 64;

    private final ConcurrentMap<Object, Load<?>> underWay = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable Ended> recent = new AtomicReferenceArray<>(SLOTS);
    private final AtomicLongArray finished = new AtomicLongArray(SLOTS);
    private final AtomicLong begun = new AtomicLong();

    /** @return the load of that key that goes on; null if there is none */
    @Nullable
    Load<?> underWay(@Nullable Object key) {
        Load<?> current = key == null || underWay.isEmpty() ? null : underWay.get(key);
        return current == null || current.hasEnded() ? null : current;
    }

    /** @return the load of that key that is going on already; null if there is none, and this one has begun */
    @Nullable
    Load<?> begin(@Nullable Object key, Load<?> load) {
        if (key == null)
            return null;
        Load<?> earlier = underWay.size() < MOST ? underWay.putIfAbsent(key, load) : underWay.get(key);
        load.isNumber(begun.incrementAndGet()); // after it can be found: whoever sees the number changed finds it, too
        return earlier;
    }

    /** Nobody waits for that load any longer. */
    void giveUp(Object key, Load<?> load) {
        underWay.remove(key, load);
    }

    void end(@Nullable Object key, Load<?> load) {
        if (key == null)
            return;
        finished.incrementAndGet(slot(key)); // before it is gone: whoever does not find it any more sees the number changed
        recent.set(slot(key), new Ended(key, load.number(), load.span()));
        underWay.remove(key, load);
    }

    private static int slot(Object key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }

    /** @return the number of the last load that has begun */
    long begun() {
        return begun.get();
    }

    /** @return a number that changes whenever a load of that key ends, and seldom otherwise */
    long finished(@Nullable Object key) {
        return key == null ? 0 : finished.get(slot(key));
    }

    /** @return the span of the load of that key that has begun and ended since; null if there is none */
    @Nullable
    SpanContext begunAndEndedSince(long begunBefore, @Nullable Object key) {
        if (key == null || begun.get() == begunBefore)
            return null;
        Load<?> current = underWay.get(key);
        if (current != null && current.hasEnded() && current.number() > begunBefore)
            return current.span();
        Ended last = recent.get(slot(key));
        return last != null && last.number > begunBefore && last.key.equals(key) ? last.span : null;
    }

    /** What is known of a load that has ended. Its value is the cache's to keep. */
    private record Ended(Object key, long number, SpanContext span) {
    }
}
