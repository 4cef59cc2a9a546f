package dev.foundation.tracing.test.assertions;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Attribute values as a test writes them and as a trace has them. */
final class Values {

    private Values() {
    }

    /** An {@code int} is a {@code long} to OpenTelemetry, a {@code float} a {@code double}, an array a list. */
    static Object normal(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte)
            return ((Number) value).longValue();
        if (value instanceof Float)
            return ((Number) value).doubleValue();
        if (value instanceof List<?> list)
            return list.stream().map(Values::normal).toList();
        if (value instanceof Map<?, ?> map)
            return normalEntries(map);
        return value.getClass().isArray() && !(value instanceof byte[]) ? elements(value) : value;
    }

    static Map<String, Object> normalEntries(Map<?, ?> map) {
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), normal(value)));
        return entries;
    }

    static boolean areEqual(Object expected, @Nullable Object actual) {
        if (expected instanceof byte[] bytes && actual instanceof byte[] others)
            return Arrays.equals(bytes, others);
        return actual != null && normal(expected).equals(normal(actual));
    }

    /** With its type where only that differs from the other. */
    static String show(Object value, @Nullable Object other) {
        String text = text(value);
        boolean alike = other != null && String.valueOf(value).equals(String.valueOf(other));
        return alike ? text + " (" + normal(value).getClass().getSimpleName() + ")" : text;
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes)
            return Arrays.toString(bytes);
        return value instanceof CharSequence ? "\"" + value + "\"" : String.valueOf(normal(value));
    }

    private static List<Object> elements(Object array) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++)
            elements.add(normal(Array.get(array, i)));
        return elements;
    }
}
