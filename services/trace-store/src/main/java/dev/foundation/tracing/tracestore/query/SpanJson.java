package dev.foundation.tracing.tracestore.query;

import java.util.Base64;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanEvent;
import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.SpanKind;
import dev.foundation.tracing.tracestore.model.SpanLink;
import dev.foundation.tracing.tracestore.model.SpanStatus;
import dev.foundation.tracing.tracestore.model.TraceId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A span as Tempo writes it: OTLP JSON, but ids in base64; what is empty is left out, except for the status. */
final class SpanJson {

    private SpanJson() {
    }

    static JsonObject of(Span span) {
        JsonObject json = new JsonObject().put("traceId", base64(span.traceId())).put("spanId", base64(span.spanId()));
        SpanId parent = span.parentId();
        if (parent != null)
            json.put("parentSpanId", base64(parent));
        AttributeJson.putText(json, "traceState", span.traceState());
        AttributeJson.putText(json, "name", span.name());
        if (span.kind() != SpanKind.UNSPECIFIED)
            json.put("kind", "SPAN_KIND_" + span.kind());
        json.put("startTimeUnixNano", Long.toString(span.startEpochNanos()));
        json.put("endTimeUnixNano", Long.toString(span.endEpochNanos()));
        AttributeJson.put(json, span.attributes());
        putEventsAndLinks(json, span);
        putDropped(json, span);
        return json.put("status", status(span.status()));
    }

    private static void putEventsAndLinks(JsonObject json, Span span) {
        JsonArray events = new JsonArray();
        span.events().forEach(event -> events.add(event(event)));
        if (!events.isEmpty())
            json.put("events", events);
        JsonArray links = new JsonArray();
        span.links().forEach(link -> links.add(link(link)));
        if (!links.isEmpty())
            json.put("links", links);
    }

    private static void putDropped(JsonObject json, Span span) {
        AttributeJson.putDropped(json, "droppedAttributesCount", span.dropped().attributes());
        AttributeJson.putDropped(json, "droppedEventsCount", span.dropped().events());
        AttributeJson.putDropped(json, "droppedLinksCount", span.dropped().links());
    }

    private static JsonObject event(SpanEvent event) {
        JsonObject json = new JsonObject().put("timeUnixNano", Long.toString(event.epochNanos()));
        AttributeJson.putText(json, "name", event.name());
        AttributeJson.put(json, event.attributes());
        AttributeJson.putDropped(json, "droppedAttributesCount", event.droppedAttributes());
        return json;
    }

    private static JsonObject link(SpanLink link) {
        JsonObject json = new JsonObject().put("traceId", base64(link.traceId())).put("spanId", base64(link.spanId()));
        AttributeJson.putText(json, "traceState", link.traceState());
        AttributeJson.put(json, link.attributes());
        AttributeJson.putDropped(json, "droppedAttributesCount", link.droppedAttributes());
        return json;
    }

    private static JsonObject status(SpanStatus status) {
        JsonObject json = new JsonObject();
        AttributeJson.putText(json, "message", status.message());
        if (status.code() != SpanStatus.Code.UNSET)
            json.put("code", "STATUS_CODE_" + status.code());
        return json;
    }

    private static String base64(TraceId id) {
        return Base64.getEncoder().encodeToString(id.toBytes());
    }

    private static String base64(SpanId id) {
        return Base64.getEncoder().encodeToString(id.toBytes());
    }
}
