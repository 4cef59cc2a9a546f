package dev.foundation.tracing.tracestore.query;

import java.util.Map;

import dev.foundation.tracing.tracestore.traceql.field.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Values of TraceQL as OTLP JSON has values. */
final class ValueJson {

    private ValueJson() {
    }

    /** Named values, as a list of attributes. */
    static JsonArray attributes(Map<String, Value> values) {
        JsonArray attributes = new JsonArray();
        values.forEach((name, value) -> attributes.add(new JsonObject().put("key", name).put("value", of(value))));
        return attributes;
    }

    private static JsonObject of(Value value) {
        if (value instanceof Value.Whole whole)
            return new JsonObject().put("intValue", Long.toString(whole.value()));
        if (value instanceof Value.Real real)
            return new JsonObject().put("doubleValue", number(real.value()));
        if (value instanceof Value.Flag flag)
            return new JsonObject().put("boolValue", flag.value());
        if (value instanceof Value.Many many)
            return new JsonObject().put("arrayValue", values(many));
        return new JsonObject().put("stringValue", value.text());
    }

    private static JsonObject values(Value.Many many) {
        JsonArray values = new JsonArray();
        many.values().forEach(value -> values.add(of(value)));
        return new JsonObject().put("values", values);
    }

    /** JSON has no number for some. */
    static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : Double.toString(value);
    }
}
