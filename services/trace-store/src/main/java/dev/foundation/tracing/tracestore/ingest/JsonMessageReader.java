package dev.foundation.tracing.tracestore.ingest;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

/** Fills messages with what stands in JSON. Unknown fields are left out whatever they hold, and null means nothing. */
final class JsonMessageReader {

    private final JsonTokens tokens;
    private final JsonValueReader values;
    private final RequestSize size = new RequestSize();

    JsonMessageReader(JsonTokens tokens) {
        this.tokens = tokens;
        values = new JsonValueReader(tokens);
    }

    /** The current token begins an object; it ends it afterwards. */
    void readInto(Message.Builder message) throws MalformedRequestException {
        size.add(message.getDescriptorForType());
        JsonFields fields = JsonFields.of(message.getDescriptorForType());
        while (tokens.next() == JsonToken.FIELD_NAME) {
            FieldDescriptor field = fields.find(tokens.text());
            JsonToken first = tokens.next();
            if (field == null)
                tokens.skip();
            else if (first != JsonToken.VALUE_NULL)
                read(message, field, first);
        }
    }

    private void read(Message.Builder message, FieldDescriptor field, @Nullable JsonToken first)
            throws MalformedRequestException {
        if (!field.isRepeated()) {
            message.setField(field, value(message, field, first));
            return;
        }
        if (first != JsonToken.START_ARRAY)
            throw tokens.unexpected("ReadArray", "[ or n");
        for (JsonToken next = tokens.next(); next != JsonToken.END_ARRAY; next = tokens.next()) {
            // A list of values may well have an empty one; a text that is none cannot be in any.
            if (next != JsonToken.VALUE_NULL || isMessage(field))
                message.addRepeatedField(field, value(message, field, next));
        }
    }

    private Object value(Message.Builder message, FieldDescriptor field, @Nullable JsonToken first)
            throws MalformedRequestException {
        if (!isMessage(field))
            return values.read(field, first);
        Message.Builder inner = message.newBuilderForField(field);
        if (first == JsonToken.START_OBJECT)
            readInto(inner);
        else if (first != JsonToken.VALUE_NULL)
            throw tokens.unexpected("ReadObject", "{ or , or } or n");
        return inner.build();
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    }
}
