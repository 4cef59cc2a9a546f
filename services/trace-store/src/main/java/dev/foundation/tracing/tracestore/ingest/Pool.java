package dev.foundation.tracing.tracestore.ingest;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Gives the same object for equal ones, so that a thousand spans share their names, their keys and their resource. When it
 * is full it starts anew: what repeats comes back at once, and what does not is forgotten. Thread-safe.
 */
final class Pool<T> {

    private final int capacity;
    private final ConcurrentMap<T, T> members = new ConcurrentHashMap<>();

    Pool(int capacity) {
        this.capacity = capacity;
    }

    T same(T candidate) {
        T member = members.get(candidate);
        if (member != null)
            return member;
        if (members.size() >= capacity)
            members.clear();
        T earlier = members.putIfAbsent(candidate, candidate);
        return earlier == null ? candidate : earlier;
    }
}
