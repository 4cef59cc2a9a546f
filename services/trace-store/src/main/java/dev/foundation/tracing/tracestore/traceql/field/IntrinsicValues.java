package dev.foundation.tracing.tracestore.traceql.field;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanEvent;
import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.SpanLink;

/** Reads what every span has. */
final class IntrinsicValues {

    private IntrinsicValues() {
    }

    static Value of(Intrinsic intrinsic, SpanView view) {
        Span span = view.span();
        return switch (intrinsic) {
            case DURATION -> new Value.Duration(span.durationNanos());
            case NAME -> new Value.Text(span.name());
            case STATUS -> new Value.Status(span.status().code());
            case STATUS_MESSAGE -> new Value.Text(span.status().message());
            case KIND -> new Value.Kind(span.kind());
            case SPAN_ID -> new Value.Text(span.spanId().toHex());
            case PARENT_ID -> parentId(span.parentId());
            case CHILD_COUNT -> new Value.Whole(view.tree().children(view));
            case ROOT_NAME -> new Value.Text(view.trace().rootName());
            case ROOT_SERVICE -> new Value.Text(view.trace().rootService());
            case TRACE_DURATION -> new Value.Duration(view.trace().trace().durationNanos());
            case TRACE_ID -> new Value.Text(Ids.trimmed(span.traceId()));
            case EVENT_NAME, EVENT_TIME -> ofEvent(intrinsic, span, view.event());
            case LINK_TRACE_ID, LINK_SPAN_ID -> ofLink(intrinsic, view.link());
            case INSTRUMENTATION_NAME -> new Value.Text(span.scope().name());
            case INSTRUMENTATION_VERSION -> new Value.Text(span.scope().version());
            case NESTED_SET_LEFT -> new Value.Whole(view.tree().left(view));
            case NESTED_SET_RIGHT -> new Value.Whole(view.tree().right(view));
            case NESTED_SET_PARENT -> new Value.Whole(view.tree().parent(view));
        };
    }

    /** What Tempo's columns hold for a span that has no event, or no link. */
    static Value missing(Intrinsic intrinsic) {
        return switch (intrinsic) {
            case EVENT_NAME, LINK_TRACE_ID -> new Value.Text("");
            case LINK_SPAN_ID -> new Value.Text(Ids.NO_SPAN);
            case EVENT_TIME -> new Value.Duration(0);
            default -> Values.NIL;
        };
    }

    private static Value parentId(@Nullable SpanId parent) {
        return new Value.Text(parent == null ? Ids.NO_SPAN : parent.toHex());
    }

    private static Value ofEvent(Intrinsic intrinsic, Span span, @Nullable SpanEvent event) {
        if (event == null)
            return Values.NIL;
        return intrinsic == Intrinsic.EVENT_NAME ? new Value.Text(event.name())
                : new Value.Duration(event.epochNanos() - span.startEpochNanos());
    }

    private static Value ofLink(Intrinsic intrinsic, @Nullable SpanLink link) {
        if (link == null)
            return Values.NIL;
        return new Value.Text(intrinsic == Intrinsic.LINK_TRACE_ID ? link.traceId().toHex() : link.spanId().toHex());
    }
}
