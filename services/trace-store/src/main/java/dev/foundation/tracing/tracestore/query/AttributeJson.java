package dev.foundation.tracing.tracestore.query;

import dev.foundation.tracing.tracestore.model.Attribute;
import dev.foundation.tracing.tracestore.model.AttributeValue;
import dev.foundation.tracing.tracestore.model.Attributes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Attributes as OTLP JSON has them. */
final class AttributeJson {

    private AttributeJson() {
    }

    static JsonArray list(Attributes attributes) {
        JsonArray list = new JsonArray();
        for (Attribute attribute : attributes.list())
            list.add(new JsonObject().put("key", attribute.key()).put("value", value(attribute.value())));
        return list;
    }

    /** Puts nothing if there are none: Tempo leaves out what is empty. */
    static void put(JsonObject target, Attributes attributes) {
        if (!attributes.isEmpty())
            target.put("attributes", list(attributes));
    }

    /** Puts nothing for zero. */
    static void putDropped(JsonObject target, String name, int dropped) {
        if (dropped > 0)
            target.put(name, dropped);
    }

    /** Puts nothing for an empty text. */
    static void putText(JsonObject target, String name, String text) {
        if (!text.isEmpty())
            target.put(name, text);
    }

    private static JsonObject value(AttributeValue value) {
        JsonObject json = new JsonObject();
        if (value instanceof AttributeValue.Text text)
            json.put("stringValue", text.value());
        else if (value instanceof AttributeValue.Flag flag)
            json.put("boolValue", flag.value());
        else if (value instanceof AttributeValue.Whole whole)
            json.put("intValue", Long.toString(whole.value()));
        else if (value instanceof AttributeValue.Real real)
            json.put("doubleValue", number(real));
        else if (value instanceof AttributeValue.Bytes bytes)
            json.put("bytesValue", bytes.base64());
        else if (value instanceof AttributeValue.Sequence sequence)
            json.put("arrayValue", values(sequence));
        else if (value instanceof AttributeValue.Mapping mapping)
            json.put("kvlistValue", new JsonObject().put("values", list(mapping.entries())));
        return json;
    }

    private static JsonObject values(AttributeValue.Sequence sequence) {
        JsonArray values = new JsonArray();
        sequence.values().forEach(value -> values.add(value(value)));
        return new JsonObject().put("values", values);
    }

    // Protobuf's JSON: 3 rather than 3.0, and what JSON has no number for as text.
    private static Object number(AttributeValue.Real real) {
        if (real.isWhole())
            return (long) real.value();
        return Double.isFinite(real.value()) ? (Object) real.value() : Double.toString(real.value());
    }
}
