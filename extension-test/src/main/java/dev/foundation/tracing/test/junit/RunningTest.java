package dev.foundation.tracing.test.junit;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.collect.TraceCollector;

/** Ties the current thread to a test, and to what it was tied to before when the test ends. */
record RunningTest(TestTraces traces, @Nullable TestTraces outer, TraceCollector.Watch watch) {

    static RunningTest begin(TestTraces traces) {
        TestTraces outer = CurrentTest.traces();
        CurrentTest.set(traces);
        return new RunningTest(traces, outer, TraceCollector.watchThisThread(traces::began));
    }

    void end() {
        watch.close();
        CurrentTest.set(outer);
    }
}
