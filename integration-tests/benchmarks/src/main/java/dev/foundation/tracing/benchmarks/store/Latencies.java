package dev.foundation.tracing.benchmarks.store;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** How long calls took, one after the other. */
final class Latencies {

    private final long[] sorted;

    private Latencies(long[] nanos) {
        sorted = nanos;
        Arrays.sort(sorted);
    }

    static Latencies of(int calls, Callable<?> call) throws Exception {
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call.call();
            nanos[i] = System.nanoTime() - start;
        }
        return new Latencies(nanos);
    }

    /** @return milliseconds that so many of a hundred calls took at most */
    double percentile(int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
