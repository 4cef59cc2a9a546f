package dev.foundation.tracing.tracestore.ingest;

import com.google.protobuf.ByteString;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanEvent;
import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.SpanLink;
import dev.foundation.tracing.tracestore.model.SpanStatus;
import io.opentelemetry.proto.trace.v1.Span.Event;
import io.opentelemetry.proto.trace.v1.Span.Link;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;

/** A span in OTLP's Protobuf. */
final class SpanEncoder {

    private SpanEncoder() {
    }

    static io.opentelemetry.proto.trace.v1.Span of(Span span) {
        io.opentelemetry.proto.trace.v1.Span.Builder proto = io.opentelemetry.proto.trace.v1.Span.newBuilder()
                .setTraceId(ByteString.copyFrom(span.traceId().toBytes()))
                .setSpanId(ByteString.copyFrom(span.spanId().toBytes()))
                .setTraceState(span.traceState()).setName(span.name()).setKind(SpanKind.valueOf("SPAN_KIND_" + span.kind()))
                .setStartTimeUnixNano(span.startEpochNanos()).setEndTimeUnixNano(span.endEpochNanos())
                .addAllAttributes(AttributesEncoder.list(span.attributes()))
                .setDroppedAttributesCount(span.dropped().attributes()).setDroppedEventsCount(span.dropped().events())
                .setDroppedLinksCount(span.dropped().links()).setStatus(status(span.status()));
        SpanId parent = span.parentId();
        if (parent != null)
            proto.setParentSpanId(ByteString.copyFrom(parent.toBytes()));
        span.events().forEach(event -> proto.addEvents(event(event)));
        span.links().forEach(link -> proto.addLinks(link(link)));
        return proto.build();
    }

    private static Event event(SpanEvent event) {
        return Event.newBuilder().setTimeUnixNano(event.epochNanos()).setName(event.name())
                .addAllAttributes(AttributesEncoder.list(event.attributes()))
                .setDroppedAttributesCount(event.droppedAttributes()).build();
    }

    private static Link link(SpanLink link) {
        return Link.newBuilder().setTraceId(ByteString.copyFrom(link.traceId().toBytes()))
                .setSpanId(ByteString.copyFrom(link.spanId().toBytes())).setTraceState(link.traceState())
                .addAllAttributes(AttributesEncoder.list(link.attributes()))
                .setDroppedAttributesCount(link.droppedAttributes()).build();
    }

    private static Status status(SpanStatus status) {
        return Status.newBuilder().setMessage(status.message())
                .setCode(Status.StatusCode.valueOf("STATUS_CODE_" + status.code())).build();
    }
}
