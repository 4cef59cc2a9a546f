package dev.foundation.tracing.tracestore.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A trace's spans by resource and scope, in the order of their arrival. */
final class TraceJson {

    private TraceJson() {
    }

    static JsonArray resourceSpans(Trace trace) {
        Map<Resource, Map<Scope, JsonArray>> byOrigin = new LinkedHashMap<>();
        for (Span span : trace.spans())
            byOrigin.computeIfAbsent(span.resource(), resource -> new LinkedHashMap<>())
                    .computeIfAbsent(span.scope(), scope -> new JsonArray())
                    .add(SpanJson.of(span));
        JsonArray resourceSpans = new JsonArray();
        byOrigin.forEach((resource, scopes) -> resourceSpans.add(resourceSpans(resource, scopes)));
        return resourceSpans;
    }

    private static JsonObject resourceSpans(Resource resource, Map<Scope, JsonArray> scopes) {
        List<JsonObject> scopeSpans = scopes.entrySet().stream()
                .map(entry -> new JsonObject().put("scope", scope(entry.getKey())).put("spans", entry.getValue()))
                .toList();
        return new JsonObject().put("resource", resource(resource)).put("scopeSpans", new JsonArray(scopeSpans));
    }

    private static JsonObject resource(Resource resource) {
        JsonObject json = new JsonObject();
        AttributeJson.put(json, resource.attributes());
        AttributeJson.putDropped(json, "droppedAttributesCount", resource.droppedAttributes());
        return json;
    }

    private static JsonObject scope(Scope scope) {
        JsonObject json = new JsonObject();
        AttributeJson.putText(json, "name", scope.name());
        AttributeJson.putText(json, "version", scope.version());
        AttributeJson.put(json, scope.attributes());
        AttributeJson.putDropped(json, "droppedAttributesCount", scope.droppedAttributes());
        return json;
    }
}
