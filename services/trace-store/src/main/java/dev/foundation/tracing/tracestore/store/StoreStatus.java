package dev.foundation.tracing.tracestore.store;

import java.util.Map;

/**
 * The store in numbers at one moment.
 *
 * @param change grows whenever what is stored changes
 * @param bytes estimated bytes of all traces
 * @param maxBytes never exceeded by {@code bytes}
 * @param receivedSpans spans that were stored, those that were evicted later included
 * @param refused how much was not stored, by reason
 * @param shortened how much was cut off what was stored
 */
public record StoreStatus(long change, int traces, long spans, long bytes, long maxBytes, long receivedSpans,
        long evictedTraces, long evictedSpans, Map<Refusal, Long> refused, Map<Shortening, Long> shortened) {

    public StoreStatus {
        refused = Map.copyOf(refused);
        shortened = Map.copyOf(shortened);
    }
}
