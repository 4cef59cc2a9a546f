package dev.foundation.tracing.test.collect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/** The spans of one trace in this process, those among them that have not ended. Its owner guards it. */
final class GrowingTrace {

    private final String traceId;
    private final Map<String, Supplier<String>> open = new LinkedHashMap<>();
    private final List<TraceSpan> ended = new ArrayList<>();

    GrowingTrace(String traceId) {
        this.traceId = traceId;
    }

    void open(String spanId, Supplier<String> name) {
        open.put(spanId, name);
    }

    void ended(TraceSpan span) {
        // A span whose start was forgotten belongs to a trace that is no longer whole.
        if (open.remove(span.spanId()) != null)
            ended.add(span);
    }

    Optional<Trace> soFar() {
        return ended.isEmpty() ? Optional.empty() : Optional.of(Trace.of(traceId, ended));
    }

    List<String> openSpans() {
        return open.values().stream().map(Supplier::get).toList();
    }

    int size() {
        return open.size() + ended.size();
    }
}
