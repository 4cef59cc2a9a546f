package dev.foundation.tracing.tracestore.store;

/**
 * What the store never exceeds.
 *
 * @param maxBytes estimated bytes of all traces together
 * @param maxBytesPerTrace estimated bytes of one trace; spans beyond are refused, so that one trace cannot evict all others
 * @param maxSpansPerTrace spans of one trace; spans beyond are refused
 */
public record StoreLimits(long maxBytes, long maxBytesPerTrace, int maxSpansPerTrace) {

    static final int MAX_SPANS_PER_TRACE = 20_000;
    private static final int TRACES_AT_LEAST = 4;

    public StoreLimits {
        if (maxBytes <= 0 || maxBytesPerTrace <= 0 || maxSpansPerTrace <= 0)
            throw new IllegalArgumentException("limits must be > 0, got " + maxBytes + ", " + maxBytesPerTrace + ", "
                    + maxSpansPerTrace);
        if (maxBytesPerTrace > maxBytes)
            throw new IllegalArgumentException("a trace of " + maxBytesPerTrace + " bytes does not fit into " + maxBytes);
    }

    /** The limits of a store of that many bytes: a trace takes at most a quarter of it. */
    public static StoreLimits ofBytes(long maxBytes) {
        return new StoreLimits(maxBytes, Math.max(1, maxBytes / TRACES_AT_LEAST), MAX_SPANS_PER_TRACE);
    }
}
