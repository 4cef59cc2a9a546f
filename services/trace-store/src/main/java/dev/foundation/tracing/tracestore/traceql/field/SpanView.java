package dev.foundation.tracing.tracestore.traceql.field;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanEvent;
import dev.foundation.tracing.tracestore.model.SpanLink;

/** A span of a trace, with the event and the link that are looked at just now. Two views are the same only as objects. */
public final class SpanView {

    private final TraceView trace;
    private final Span span;
    private final int index;
    private final @Nullable SpanEvent event;
    private final @Nullable SpanLink link;

    SpanView(TraceView trace, Span span, int index, @Nullable SpanEvent event, @Nullable SpanLink link) {
        this.trace = trace;
        this.span = span;
        this.index = index;
        this.event = event;
        this.link = link;
    }

    public TraceView trace() {
        return trace;
    }

    public Span span() {
        return span;
    }

    /** Its place among the spans of its trace. */
    int index() {
        return index;
    }

    /** Its place in the tree of the trace. */
    public SpanTree tree() {
        return trace.tree();
    }

    @Nullable
    SpanEvent event() {
        return event;
    }

    @Nullable
    SpanLink link() {
        return link;
    }

    SpanView at(@Nullable SpanEvent otherEvent, @Nullable SpanLink otherLink) {
        return new SpanView(trace, span, index, otherEvent, otherLink);
    }
}
