package dev.foundation.tracing.test.junit;

import org.jspecify.annotations.Nullable;

/**
 * A trace of one test.
 *
 * @param callerSpanId the test's own span, which is the parent of what it called; null if it has none
 * @param certain whether there must be spans of it: a request may be one that is never traced
 */
record OwnedTrace(String traceId, @Nullable String callerSpanId, boolean certain) {

    /** What two sources know of the same trace. */
    OwnedTrace and(OwnedTrace other) {
        return new OwnedTrace(traceId, callerSpanId == null ? other.callerSpanId : callerSpanId, certain || other.certain);
    }
}
