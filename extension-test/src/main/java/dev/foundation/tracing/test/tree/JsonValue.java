package dev.foundation.tracing.test.tree;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Attribute values as text, and what a text says of one. */
final class JsonValue {

    static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    static final String ANY = "*";

    private JsonValue() {
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for a value of " + value.getClass(), e);
        }
    }

    /** @return null for any value */
    static @Nullable Object parse(String text) {
        if (text.equals(ANY))
            return null;
        try {
            return present(JSON.readValue(text, Object.class), text);
        } catch (JsonProcessingException e) {
            throw noValue(text, e);
        }
    }

    // Inside of a list null would stand for any value, which nobody means who writes it.
    private static Object present(@Nullable Object value, String text) {
        if (value == null)
            throw noValue(text, null);
        if (value instanceof List<?> list)
            list.forEach(item -> present(item, text));
        if (value instanceof Map<?, ?> map)
            map.values().forEach(item -> present(item, text));
        return value;
    }

    private static IllegalArgumentException noValue(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                text + " is no value: write JSON, such as \"text\", 201 or true, or * for any value", cause);
    }

    /** @param expected as {@link #parse} gave it */
    static boolean matches(@Nullable Object expected, @Nullable Object found) {
        if (expected == null)
            return true;
        if (expected instanceof String text)
            return found instanceof String other ? Glob.of(text).matches(other) : text.equals(written(found));
        if (expected instanceof List<?> list)
            return found instanceof List<?> others && list.size() == others.size()
                    && IntStream.range(0, list.size()).allMatch(i -> matches(list.get(i), others.get(i)));
        if (expected instanceof Map<?, ?> map)
            return found instanceof Map<?, ?> others && map.keySet().equals(others.keySet())
                    && map.entrySet().stream().allMatch(entry -> matches(entry.getValue(), others.get(entry.getKey())));
        return expected.equals(found);
    }

    // JSON has no word for bytes nor for infinite numbers: they are written as text.
    private static @Nullable String written(@Nullable Object found) {
        if (found instanceof byte[] bytes)
            return Base64.getEncoder().encodeToString(bytes);
        return found instanceof Double number && !Double.isFinite(number) ? number.toString() : null;
    }
}
