package dev.foundation.tracing.test.collect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.foundation.tracing.test.SpanEvent;
import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.SpanLink;
import dev.foundation.tracing.test.SpanStatus;
import dev.foundation.tracing.test.TraceSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Reads a span of the SDK as it would come back from a trace store. */
final class SdkSpan {

    private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

    private SdkSpan() {
    }

    static TraceSpan read(SpanData span) {
        String service = span.getResource().getAttribute(SERVICE_NAME);
        String parentId = span.getParentSpanContext().isValid() ? span.getParentSpanId() : null;
        return new TraceSpan(span.getTraceId(), span.getSpanId(), parentId, service == null ? "" : service, span.getName(),
                SpanKind.valueOf(span.getKind().name()), span.getStartEpochNanos(),
                Math.max(0, span.getEndEpochNanos() - span.getStartEpochNanos()),
                SpanStatus.valueOf(span.getStatus().getStatusCode().name()), span.getStatus().getDescription(),
                attributes(span.getAttributes()), events(span), links(span));
    }

    private static List<SpanEvent> events(SpanData span) {
        return span.getEvents().stream().map(SdkSpan::event).toList();
    }

    private static SpanEvent event(EventData event) {
        return new SpanEvent(event.getName(), event.getEpochNanos(), attributes(event.getAttributes()));
    }

    private static List<SpanLink> links(SpanData span) {
        return span.getLinks().stream().map(SdkSpan::link).toList();
    }

    private static SpanLink link(LinkData link) {
        return new SpanLink(link.getSpanContext().getTraceId(), link.getSpanContext().getSpanId(),
                attributes(link.getAttributes()));
    }

    private static Map<String, Object> attributes(Attributes attributes) {
        Map<String, Object> values = new LinkedHashMap<>();
        attributes.forEach((key, value) -> values.put(key.getKey(), value));
        return values;
    }
}
