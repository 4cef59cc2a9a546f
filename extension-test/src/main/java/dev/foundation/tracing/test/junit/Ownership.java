package dev.foundation.tracing.test.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which traces a test owns, in the order in which it came to know of them. */
final class Ownership {

    private final Map<String, OwnedTrace> traces = new LinkedHashMap<>();
    private int notSampled;

    synchronized OwnedTrace add(OwnedTrace trace) {
        return traces.merge(trace.traceId(), trace, OwnedTrace::and);
    }

    /** The application has said that there will be no spans. */
    synchronized void notSampled(String traceId) {
        traces.remove(traceId);
        notSampled++;
    }

    synchronized int notSampled() {
        return notSampled;
    }

    synchronized List<OwnedTrace> traces() {
        return List.copyOf(traces.values());
    }
}
