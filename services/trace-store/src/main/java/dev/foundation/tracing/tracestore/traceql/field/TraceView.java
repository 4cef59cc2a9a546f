package dev.foundation.tracing.tracestore.traceql.field;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;

/** A trace while a query looks at it. Used on one thread. */
public final class TraceView {

    private final Trace trace;
    private final List<SpanView> spans;
    private @Nullable SpanTree tree;

    public TraceView(Trace trace) {
        this.trace = trace;
        spans = new ArrayList<>(trace.spans().size());
        for (Span span : trace.spans())
            spans.add(new SpanView(this, span, spans.size(), null, null));
    }

    public Trace trace() {
        return trace;
    }

    /** @return in the order of their arrival */
    public List<SpanView> spans() {
        return spans;
    }

    SpanTree tree() {
        SpanTree known = tree;
        if (known == null) {
            known = SpanTree.of(trace.spans());
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
