package dev.foundation.tracing.test.collect;

import java.util.List;
import java.util.Optional;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/** Leaves out the span of whoever called: what it called are roots, for it belongs to nobody's system under test. */
record WithoutCaller(TraceSource source, String callerSpanId) implements TraceSource {

    @Override
    public Optional<Trace> find(String traceId) {
        return source.find(traceId).flatMap(this::withoutCaller);
    }

    @Override
    public List<String> openSpans(String traceId) {
        return source.openSpans(traceId);
    }

    @Override
    public String advice() {
        return source.advice();
    }

    private Optional<Trace> withoutCaller(Trace trace) {
        List<TraceSpan> spans = trace.spans().stream().filter(span -> !span.spanId().equals(callerSpanId))
                .map(span -> callerSpanId.equals(span.parentId()) ? span.asRoot() : span).toList();
        return spans.isEmpty() ? Optional.empty() : Optional.of(Trace.of(trace.traceId(), spans));
    }
}
