package dev.foundation.tracing.test.collect;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads OTLP's key-value lists. Jackson bounds how deeply values are nested. */
final class AttributeJson {

    private AttributeJson() {
    }

    /** @param owner whatever has a field {@code attributes}, or none */
    static Map<String, Object> attributes(JsonNode owner) {
        return keyValues(owner.path("attributes"));
    }

    private static Map<String, Object> keyValues(JsonNode list) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (JsonNode attribute : list)
            attributes.put(attribute.path("key").asText(), value(attribute.path("value")));
        return attributes;
    }

    private static Object value(JsonNode value) {
        if (value.has("intValue"))
            return value.get("intValue").asLong();
        if (value.has("boolValue"))
            return value.get("boolValue").asBoolean();
        if (value.has("doubleValue"))
            return value.get("doubleValue").asDouble();
        if (value.has("arrayValue"))
            return values(value.get("arrayValue").path("values"));
        if (value.has("kvlistValue"))
            return keyValues(value.get("kvlistValue").path("values"));
        if (value.has("bytesValue"))
            return Base64.getDecoder().decode(value.get("bytesValue").asText());
        return value.path("stringValue").asText();
    }

    private static List<Object> values(JsonNode array) {
        List<Object> values = new ArrayList<>();
        array.forEach(element -> values.add(value(element)));
        return values;
    }
}
