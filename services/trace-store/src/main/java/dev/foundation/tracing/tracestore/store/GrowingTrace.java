package dev.foundation.tracing.tracestore.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.model.TraceId;

/** A trace to which spans are still added. Not thread-safe: the store's lock guards it. */
final class GrowingTrace {

    private final TraceId id;
    private final List<Span> spans = new ArrayList<>();
    // By identity, not equality: two equal resources are two objects in memory, and comparing them would be slow.
    private final Set<Object> origins = Collections.newSetFromMap(new IdentityHashMap<>());
    private long bytes = Footprint.TRACE;
    private @Nullable Trace snapshot;

    GrowingTrace(TraceId id) {
        this.id = id;
    }

    /** How many bytes the trace would grow by with this span. */
    long cost(Span span) {
        long cost = Footprint.of(span);
        if (!origins.contains(span.resource()))
            cost += Footprint.of(span.resource());
        if (!origins.contains(span.scope()))
            cost += Footprint.of(span.scope());
        return cost;
    }

    void add(Span span, long cost) {
        spans.add(span);
        origins.add(span.resource());
        origins.add(span.scope());
        bytes += cost;
        snapshot = null;
    }

    long bytes() {
        return bytes;
    }

    int size() {
        return spans.size();
    }

    /** The trace as it is now; the same object until a span is added. */
    Trace snapshot() {
        Trace current = snapshot;
        if (current == null) {
            current = Trace.of(id, spans);
            snapshot = current;
        }
        return current;
    }
}
