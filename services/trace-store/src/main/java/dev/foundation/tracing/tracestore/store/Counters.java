package dev.foundation.tracing.tracestore.store;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what came in and what was lost, since the store was made. Thread-safe. */
public final class Counters {

    private final LongAdder received = new LongAdder();
    private final LongAdder evictedTraces = new LongAdder();
    private final LongAdder evictedSpans = new LongAdder();
    private final Map<Refusal, LongAdder> refused = adders(Refusal.class);
    private final Map<Shortening, LongAdder> shortened = adders(Shortening.class);

    Counters() {
    }

    /** @param count how many spans or requests, as the reason says */
    public void refused(Refusal reason, long count) {
        adder(refused, reason).add(count);
    }

    public void shortened(Shortening what, long count) {
        adder(shortened, what).add(count);
    }

    void received(long spans) {
        received.add(spans);
    }

    void evicted(int spans) {
        evictedTraces.increment();
        evictedSpans.add(spans);
    }

    long receivedSpans() {
        return received.sum();
    }

    long evictedTraces() {
        return evictedTraces.sum();
    }

    long evictedSpans() {
        return evictedSpans.sum();
    }

    Map<Refusal, Long> refused() {
        return sums(refused, Refusal.class);
    }

    Map<Shortening, Long> shortened() {
        return sums(shortened, Shortening.class);
    }

    private static <K extends Enum<K>> Map<K, LongAdder> adders(Class<K> keys) {
        Map<K, LongAdder> adders = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants())
            adders.put(key, new LongAdder());
        return Collections.unmodifiableMap(adders);
    }

    private static <K> LongAdder adder(Map<K, LongAdder> adders, K key) {
        LongAdder adder = adders.get(key);
        if (adder == null)
            throw new IllegalStateException("no counter for " + key);
        return adder;
    }

    private static <K extends Enum<K>> Map<K, Long> sums(Map<K, LongAdder> adders, Class<K> keys) {
        Map<K, Long> sums = new EnumMap<>(keys);
        adders.forEach((key, adder) -> sums.put(key, adder.sum()));
        return sums;
    }
}
