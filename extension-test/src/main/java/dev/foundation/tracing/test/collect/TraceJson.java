package dev.foundation.tracing.test.collect;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.foundation.tracing.test.SpanEvent;
import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.SpanLink;
import dev.foundation.tracing.test.SpanStatus;
import dev.foundation.tracing.test.TraceSpan;

/**
 * Reads the body of {@code GET /api/traces/<id>}: OTLP's JSON, but with ids in base64 and names for kind and status.
 * Unknown fields are passed over.
 */
final class TraceJson {

    private static final String KIND = "SPAN_KIND_";
    private static final String STATUS = "STATUS_CODE_";

    private TraceJson() {
    }

    static List<TraceSpan> spans(JsonNode body) {
        List<TraceSpan> spans = new ArrayList<>();
        for (JsonNode batch : body.path("batches")) {
            Object service = AttributeJson.attributes(batch.path("resource")).getOrDefault("service.name", "");
            for (JsonNode scope : batch.path("scopeSpans"))
                scope.path("spans").forEach(span -> spans.add(span(span, service.toString())));
        }
        return spans;
    }

    private static TraceSpan span(JsonNode json, String service) {
        long start = time(json, "startTimeUnixNano");
        String parentId = id(json, "parentSpanId");
        return new TraceSpan(id(json, "traceId"), id(json, "spanId"), parentId.isEmpty() ? null : parentId, service,
                json.path("name").asText(), kind(json.path("kind").asText()), start,
                Math.max(0, time(json, "endTimeUnixNano") - start), status(json.path("status").path("code").asText()),
                json.path("status").path("message").asText(), AttributeJson.attributes(json), events(json), links(json));
    }

    private static List<SpanEvent> events(JsonNode span) {
        List<SpanEvent> events = new ArrayList<>();
        for (JsonNode event : span.path("events"))
            events.add(
                    new SpanEvent(event.path("name").asText(), time(event, "timeUnixNano"), AttributeJson.attributes(event)));
        return events;
    }

    private static List<SpanLink> links(JsonNode span) {
        List<SpanLink> links = new ArrayList<>();
        for (JsonNode link : span.path("links"))
            links.add(new SpanLink(id(link, "traceId"), id(link, "spanId"), AttributeJson.attributes(link)));
        return links;
    }

    private static String id(JsonNode json, String field) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(json.path(field).asText()));
    }

    // Protobuf's JSON writes 64-bit numbers as strings.
    private static long time(JsonNode json, String field) {
        return Math.max(0, json.path(field).asLong());
    }

    private static SpanKind kind(String name) {
        SpanKind kind = named(SpanKind.values(), KIND, name);
        return kind == null ? SpanKind.INTERNAL : kind;
    }

    private static SpanStatus status(String name) {
        SpanStatus status = named(SpanStatus.values(), STATUS, name);
        return status == null ? SpanStatus.UNSET : status;
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String prefix, String name) {
        for (E value : values)
            if (name.equals(prefix + value.name()))
                return value;
        return null;
    }
}
