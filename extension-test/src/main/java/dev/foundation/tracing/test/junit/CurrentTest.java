package dev.foundation.tracing.test.junit;

import org.jspecify.annotations.Nullable;

/** The test that runs on a thread. */
final class CurrentTest {

    private static final ThreadLocal<TestTraces> TRACES = new ThreadLocal<>();

    private CurrentTest() {
    }

    static @Nullable TestTraces traces() {
        return TRACES.get();
    }

    static void set(@Nullable TestTraces traces) {
        if (traces == null)
            TRACES.remove();
        else
            TRACES.set(traces);
    }
}
