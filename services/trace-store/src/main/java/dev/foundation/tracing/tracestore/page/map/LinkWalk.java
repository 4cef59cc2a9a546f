package dev.foundation.tracing.tracestore.page.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.SpanLink;
import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.model.TraceId;

/** Finds links between spans of different services. */
final class LinkWalk {

    private final Map<TraceId, Trace> traces = new HashMap<>();
    // Only traces that something links to are looked through, and once.
    private final Map<TraceId, Map<SpanId, Span>> linked = new HashMap<>();
    private final MapTraffic traffic;

    LinkWalk(List<Trace> traces, MapTraffic traffic) {
        this.traffic = traffic;
        for (Trace trace : traces)
            this.traces.put(trace.id(), trace);
    }

    void count() {
        for (Trace trace : traces.values()) {
            for (Span span : trace.spans())
                count(span);
        }
    }

    private void count(Span span) {
        for (SpanLink link : span.links()) {
            Span target = find(link);
            if (target != null)
                traffic.linked(target, span);
        }
    }

    private @Nullable Span find(SpanLink link) {
        return linked.computeIfAbsent(link.traceId(), this::spans).get(link.spanId());
    }

    private Map<SpanId, Span> spans(TraceId id) {
        Map<SpanId, Span> spans = new HashMap<>();
        Trace trace = traces.get(id);
        if (trace != null)
            trace.spans().forEach(span -> spans.putIfAbsent(span.spanId(), span));
        return spans;
    }
}
