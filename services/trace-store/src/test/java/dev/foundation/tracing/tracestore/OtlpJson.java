package dev.foundation.tracing.tracestore;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** OTLP JSON to Protobuf: the same as Protobuf's own JSON, but for its ids in hex. */
final class OtlpJson {

    private static final Set<String> IDS = Set.of("traceId", "spanId", "parentSpanId");

    private OtlpJson() {
    }

    static ExportTraceServiceRequest parse(String json) {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        try {
            JsonFormat.parser().merge(withBase64Ids(new JsonObject(json)).encode(), request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("no OTLP: " + json, e);
        }
        return request.build();
    }

    private static JsonObject withBase64Ids(JsonObject object) {
        JsonObject changed = new JsonObject();
        object.forEach(entry -> changed.put(entry.getKey(), IDS.contains(entry.getKey())
                ? Base64.getEncoder().encodeToString(HexFormat.of().parseHex((String) entry.getValue()))
                : withBase64Ids(entry.getValue())));
        return changed;
    }

    private static Object withBase64Ids(Object value) {
        if (value instanceof JsonObject object)
            return withBase64Ids(object);
        if (value instanceof JsonArray array)
            return new JsonArray(array.stream().map(OtlpJson::withBase64Ids).collect(Collectors.toList()));
        return value;
    }
}
