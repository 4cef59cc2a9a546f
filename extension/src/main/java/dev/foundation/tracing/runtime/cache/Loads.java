package dev.foundation.tracing.runtime.cache;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/** The loads of one cache: those that are going on, by their keys, and a few that have just ended. Safe from any thread. */
final class Loads {

    /** As many as a process has threads or connections for; what is beyond goes on unknown to others. */
    private static final int MOST = 10_000;
    private static final int RECENT = 64;

    private final ConcurrentMap<Object, Load<?>> underWay = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable Ended> recent = new AtomicReferenceArray<>(RECENT);
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();

    /** @return the load of that key that goes on, or has just ended; null if there is none */
    @Nullable
    Load<?> of(Object key) {
        Load<?> current = underWay.isEmpty() ? null : underWay.get(key);
        if (current != null)
            return current;
        Ended last = recent.get(slot(key));
        return last != null && last.key.equals(key) ? last.load : null;
    }

    /** @return the load of that key that is going on already; null if there is none, and this one has begun */
    @Nullable
    Load<?> begin(@Nullable Object key, Load<?> load) {
        if (key == null)
            return null;
        load.isNumber(begun.incrementAndGet());
        return underWay.size() < MOST ? underWay.putIfAbsent(key, load) : underWay.get(key);
    }

    void end(@Nullable Object key, Load<?> load) {
        if (key == null)
            return;
        finished.incrementAndGet(); // before it is gone, so that whoever does not find it any more sees the number changed
        recent.set(slot(key), new Ended(key, load));
        underWay.remove(key, load);
    }

    private static int slot(Object key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (RECENT - 1);
    }

    /** @return the number of the last load that has begun */
    long begun() {
        return begun.get();
    }

    /** @return how many have ended; if that has not changed since a cache was asked, nobody has put anything into it since */
    long finished() {
        return finished.get();
    }

    private record Ended(Object key, Load<?> load) {
    }
}
