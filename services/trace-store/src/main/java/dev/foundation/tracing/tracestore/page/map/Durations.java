package dev.foundation.tracing.tracestore.page.map;

import java.util.Arrays;

/** Many durations in nanoseconds, to find percentiles of. Not thread-safe. */
final class Durations {

    private long[] nanos = new long[8];
    private int size;

    void add(long duration) {
        if (size == nanos.length)
            nanos = Arrays.copyOf(nanos, 2 * size);
        nanos[size++] = duration;
    }

    void addAll(Durations other) {
        for (int i = 0; i < other.size; i++)
            add(other.nanos[i]);
    }

    /** @return the least one that is not exceeded by that many percent of them; 0 if there are none */
    long percentile(int percent) {
        if (size == 0)
            return 0;
        Arrays.sort(nanos, 0, size);
        return nanos[Math.max(0, (int) Math.ceil(size * percent / 100.0) - 1)];
    }
}
