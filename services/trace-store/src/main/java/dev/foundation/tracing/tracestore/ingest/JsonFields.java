package dev.foundation.tracing.tracestore.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

/** The fields of a type of message by both names that JSON may give them: {@code traceId} and {@code trace_id}. */
final class JsonFields {

    private static final ConcurrentMap<Descriptor, JsonFields> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, FieldDescriptor> fields = new HashMap<>();

    private JsonFields(Descriptor type) {
        for (FieldDescriptor field : type.getFields()) {
            fields.put(field.getJsonName(), field);
            fields.put(field.getName(), field);
        }
    }

    static JsonFields of(Descriptor type) {
        return KNOWN.computeIfAbsent(type, JsonFields::new);
    }

    @Nullable
    FieldDescriptor find(String name) {
        return fields.get(name);
    }
}
