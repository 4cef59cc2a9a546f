package dev.foundation.tracing.tracestore.tempo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.Status;

import io.opentelemetry.proto.trace.v1.TracesData;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Answers as values that can be compared: without an order of lists, without Tempo's own measurements. */
final class Decoded {

    private static final int TRACE_FIELD = 1;
    private static final MathContext DIGITS = new MathContext(12);

    private Decoded() {
    }

    /** What came back just now. */
    static Object of(String contentType, byte[] body, Freshened fresh) {
        return decoded(contentType, asText(contentType, body), fresh);
    }

    /** What was recorded, as it would be now. */
    static Object recorded(Recorded.Row row, Freshened fresh) {
        return decoded(row.contentType(), fresh.content(asText(row.contentType(), Recorded.bytes(row.file()))), fresh);
    }

    private static String asText(String contentType, byte[] body) {
        return isBinary(contentType) ? protobufAsJson(contentType, body) : new String(body, StandardCharsets.UTF_8);
    }

    private static boolean isBinary(String contentType) {
        return contentType.contains("protobuf");
    }

    private static Object decoded(String contentType, String text, Freshened fresh) {
        boolean json = isBinary(contentType) || contentType.equals("application/json");
        return json && text.startsWith("{") ? canonical(new JsonObject(text), fresh) : text;
    }

    private static String protobufAsJson(String contentType, byte[] body) {
        try {
            if (contentType.equals("application/x-protobuf"))
                return new JsonObject().put("message", Status.parseFrom(body).getMessage()).encode();
            return json(TracesData.parseFrom(trace(body)));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("no Protobuf", e);
        }
    }

    // A trace begins with its spans' resource; the second version wraps it, so that the first field is the trace itself.
    private static byte[] trace(byte[] body) throws InvalidProtocolBufferException {
        UnknownFieldSet fields = UnknownFieldSet.parseFrom(body);
        boolean wrapped = fields.hasField(2);
        return wrapped ? fields.getField(TRACE_FIELD).getLengthDelimitedList().get(0).toByteArray() : body;
    }

    private static String json(Message message) throws InvalidProtocolBufferException {
        return JsonFormat.printer().print(message);
    }

    private static Object canonical(Object value, Freshened fresh) {
        if (value instanceof JsonObject object) {
            Map<String, Object> fields = new TreeMap<>();
            object.forEach(field -> fields.put(field.getKey(), canonical(field.getValue(), fresh)));
            fields.remove("metrics");
            // Another minute may have ended since the payload was sent.
            if (object.containsKey("timestampMs") && Long.parseLong(object.getString("timestampMs")) > fresh.lastStepMillis())
                return Map.of();
            // Of which build it is, each one says for itself.
            return fields.containsKey("goVersion") ? fields.keySet() : fields;
        }
        if (value instanceof JsonArray array)
            return list(array, fresh);
        // Powers and logarithms differ in their last digits from one machine's library to another's.
        return value instanceof Number number ? new BigDecimal(number.doubleValue()).round(DIGITS).stripTrailingZeros() : value;
    }

    private static List<String> list(JsonArray array, Freshened fresh) {
        return array.stream().filter(element -> isOurs(element, fresh)).map(element -> canonical(element, fresh))
                .filter(element -> !Map.of().equals(element)).map(Object::toString)
                .sorted()
                .collect(Collectors.toList());
    }

    private static boolean isOurs(Object element, Freshened fresh) {
        return !(element instanceof JsonObject object && object.containsKey("traceID"))
                || fresh.traceId().equals("0".repeat(32 - object.getString("traceID").length()) + object.getString("traceID"));
    }
}
