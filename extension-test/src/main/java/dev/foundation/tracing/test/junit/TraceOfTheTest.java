package dev.foundation.tracing.test.junit;

import dev.foundation.tracing.test.Trace;

/** Shows a trace below the failure of the test that caused it. */
final class TraceOfTheTest extends RuntimeException {

    TraceOfTheTest(Trace trace) {
        super("a trace of this test, as far as it has arrived:\n" + trace, null, true, false);
    }
}
