package dev.foundation.tracing.tracestore.ingest;

import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Descriptors.FieldDescriptor;

/** Numbers: as such, or as text, for JavaScript has no 64 bits and JSON no infinity. */
final class JsonNumberReader {

    private static final Map<String, Double> WITHOUT_DIGITS = Map.of("NaN", Double.NaN, "Infinity", Double.POSITIVE_INFINITY,
            "-Infinity", Double.NEGATIVE_INFINITY);
    private static final Pattern REAL = Pattern.compile("-?+[0-9]++(\\.[0-9]++)?+([eE][+-]?+[0-9]++)?+");
    private static final int LONGEST = 1024;

    private final JsonTokens tokens;

    JsonNumberReader(JsonTokens tokens) {
        this.tokens = tokens;
    }

    /** @return signed or unsigned, in 32 bits */
    int int32(@Nullable JsonToken first) throws MalformedRequestException {
        String digits = digits("ReadInt32", first);
        try {
            return digits.startsWith("-") ? Integer.parseInt(digits) : Integer.parseUnsignedInt(digits);
        } catch (NumberFormatException e) {
            throw tokens.senseless("ReadInt32", "invalid syntax or value out of range");
        }
    }

    /** @return signed or unsigned as the field is, in 64 bits */
    long int64(FieldDescriptor field, @Nullable JsonToken first) throws MalformedRequestException {
        boolean signed = field.getType() == FieldDescriptor.Type.INT64;
        String operation = signed ? "ReadInt64" : "ReadUint64";
        String digits = digits(operation, first);
        try {
            return signed ? Long.parseLong(digits) : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            throw tokens.senseless(operation, "invalid syntax or value out of range");
        }
    }

    double real(@Nullable JsonToken first) throws MalformedRequestException {
        if (first == null || (!first.isNumeric() && first != JsonToken.VALUE_STRING))
            throw tokens.senseless("ReadFloat64", "unsupported value type");
        String text = tokens.text();
        Double named = WITHOUT_DIGITS.get(text);
        if (named != null)
            return named;
        // Java would take hexadecimal digits too, and a letter for the type.
        if (text.length() > LONGEST || !REAL.matcher(text).matches())
            throw tokens.senseless("ReadFloat64", "invalid syntax or value out of range");
        return Double.parseDouble(text);
    }

    private String digits(String operation, @Nullable JsonToken first) throws MalformedRequestException {
        if (first != JsonToken.VALUE_NUMBER_INT && first != JsonToken.VALUE_STRING)
            throw tokens.senseless(operation, "unsupported value type");
        return tokens.text();
    }
}
