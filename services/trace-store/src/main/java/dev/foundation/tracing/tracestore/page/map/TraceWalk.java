package dev.foundation.tracing.tracestore.page.map;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.SpanKind;
import dev.foundation.tracing.tracestore.model.Trace;

/** Finds the calls in one trace: wherever a span's parent is another service's. A span that was sent twice counts once. */
final class TraceWalk {

    private final Map<SpanId, Span> spans = new LinkedHashMap<>();
    private final Set<SpanId> answered = new HashSet<>();
    private final MapTraffic traffic;

    TraceWalk(Trace trace, MapTraffic traffic) {
        this.traffic = traffic;
        for (Span span : trace.spans())
            spans.putIfAbsent(span.spanId(), span);
    }

    void count() {
        for (Span span : spans.values())
            countEntry(span);
        for (Span span : spans.values())
            countOutside(span);
    }

    private void countEntry(Span span) {
        Span parent = parent(span);
        if (parent != null && service(parent).equals(service(span)))
            return;
        traffic.entered(service(span), span);
        if (parent == null)
            return;
        answered.add(parent.spanId());
        boolean nobodyWaits = span.kind() == SpanKind.CONSUMER || parent.kind() == SpanKind.PRODUCER;
        traffic.called(parent, span, nobodyWaits ? MapEdge.Kind.MESSAGE : MapEdge.Kind.CALL);
    }

    // Whoever did not answer with a span of its own is known from the caller's.
    private void countOutside(Span span) {
        if (answered.contains(span.spanId()))
            return;
        MapNode outside = Outside.of(span);
        if (outside != null)
            traffic.calledOutside(span, outside);
    }

    private @Nullable Span parent(Span span) {
        SpanId id = span.parentId();
        return id == null ? null : spans.get(id);
    }

    private static String service(Span span) {
        return span.resource().serviceName();
    }
}
