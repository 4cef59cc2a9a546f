package dev.foundation.tracing.tracestore.ingest;

import java.util.Base64;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

/** Values that are no messages, in every form that OTLP allows for them. */
final class JsonValueReader {

    private final JsonTokens tokens;
    private final JsonNumberReader numbers;

    JsonValueReader(JsonTokens tokens) {
        this.tokens = tokens;
        numbers = new JsonNumberReader(tokens);
    }

    /** @return what a builder takes for that field */
    Object read(FieldDescriptor field, @Nullable JsonToken first) throws MalformedRequestException {
        return switch (field.getJavaType()) {
            case STRING -> string(first);
            case BYTE_STRING -> isId(field) ? JsonId.read(field, string(first), tokens) : base64(string(first));
            case BOOLEAN -> flag(first);
            case INT -> numbers.int32(first);
            case LONG -> numbers.int64(field, first);
            case DOUBLE -> numbers.real(first);
            case FLOAT -> (float) numbers.real(first);
            case ENUM -> constant(field.getEnumType(), first);
            case MESSAGE -> throw new IllegalArgumentException(field + " is a message");
        };
    }

    private String string(@Nullable JsonToken first) throws MalformedRequestException {
        if (first != JsonToken.VALUE_STRING)
            throw tokens.unexpected("ReadString", "\" or n");
        return tokens.text();
    }

    private boolean flag(@Nullable JsonToken first) throws MalformedRequestException {
        if (first != JsonToken.VALUE_TRUE && first != JsonToken.VALUE_FALSE)
            throw tokens.unexpected("ReadBool", "t or f or n");
        return first == JsonToken.VALUE_TRUE;
    }

    private EnumValueDescriptor constant(EnumDescriptor type, @Nullable JsonToken first) throws MalformedRequestException {
        if (first != JsonToken.VALUE_STRING)
            return type.findValueByNumberCreatingIfUnknown(numbers.int32(first));
        EnumValueDescriptor named = type.findValueByName(tokens.text());
        if (named == null)
            throw tokens.senseless("ReadEnumValue", "unknown string value for enum");
        return named;
    }

    private ByteString base64(String text) throws MalformedRequestException {
        try {
            return ByteString.copyFrom(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw tokens.senseless("base64.Decode", "illegal base64 data");
        }
    }

    // The only bytes that are not in base64.
    private static boolean isId(FieldDescriptor field) {
        return field.getName().endsWith("_id");
    }
}
