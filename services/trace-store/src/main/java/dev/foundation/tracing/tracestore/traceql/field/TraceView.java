package dev.foundation.tracing.tracestore.traceql.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;

/** A trace while a query looks at it. Used on one thread. */
public final class TraceView {

    private final Trace trace;
    private final Deadline deadline;
    private final List<SpanView> spans;
    private @Nullable SpanTree tree;

    private TraceView(Trace trace, List<Span> inOrder, Deadline deadline) {
        this.trace = trace;
        this.deadline = deadline;
        spans = new ArrayList<>(inOrder.size());
        for (Span span : inOrder)
            spans.add(new SpanView(this, span, spans.size(), null, null));
    }

    /** The spans in the order of their arrival. */
    public static TraceView of(Trace trace, Deadline deadline) {
        return new TraceView(trace, trace.spans(), deadline);
    }

    /** The spans in the order of their start, as answers show them. */
    public static TraceView inOrder(Trace trace, Deadline deadline) {
        List<Span> spans = new ArrayList<>(trace.spans());
        spans.sort(Comparator.comparingLong(Span::startEpochNanos));
        return new TraceView(trace, spans, deadline);
    }

    Deadline deadline() {
        return deadline;
    }

    public Trace trace() {
        return trace;
    }

    public List<SpanView> spans() {
        return spans;
    }

    SpanTree tree() {
        SpanTree known = tree;
        if (known == null) {
            known = SpanTree.of(spans.stream().map(SpanView::span).toList());
            tree = known;
        }
        return known;
    }

    String rootName() {
        Span root = trace.root();
        return root == null ? "" : root.name();
    }

    String rootService() {
        Span root = trace.root();
        return root == null ? "" : root.resource().serviceName();
    }
}
