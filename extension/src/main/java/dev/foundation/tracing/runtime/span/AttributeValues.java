package dev.foundation.tracing.runtime.span;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.opentelemetry.api.common.AttributeKey;

/** Values of any type as attributes: OpenTelemetry knows texts, numbers, booleans, and lists of one of these. */
final class AttributeValues {

    /** A list in an attribute is read by people; this bounds the one that is handed over by mistake. */
    private static final int MOST_ELEMENTS = 1_000;

    private AttributeValues() {
    }

    /** What takes an attribute: a span or a set of attributes. */
    @FunctionalInterface
    interface Sink {

        <T> void put(AttributeKey<T> key, T value);
    }

    /** Never throws, whatever the value's {@code toString()} does. */
    static void put(String key, Object value, Sink sink) {
        try {
            if (value instanceof String text)
                sink.put(AttributeKeys.text(key), text);
            else if (value instanceof Long number)
                sink.put(AttributeKeys.number(key), number);
            else if (isIntegral(value))
                sink.put(AttributeKeys.number(key), ((Number) value).longValue());
            else if (isFloating(value))
                sink.put(AttributeKey.doubleKey(key), ((Number) value).doubleValue());
            else if (value instanceof Boolean flag)
                sink.put(AttributeKey.booleanKey(key), flag);
            else
                putOther(key, value, sink);
        } catch (Throwable e) {
            TracingFailures.report("attribute '" + key + "' was not set", e);
        }
    }

    private static void putOther(String key, Object value, Sink sink) {
        if (value instanceof Collection<?> values)
            putAll(key, values.stream().limit(MOST_ELEMENTS).filter(Objects::nonNull).<Object> map(v -> v).toList(), sink);
        else if (value.getClass().isArray())
            putAll(key, elements(value), sink);
        else if (value instanceof Optional<?> optional)
            optional.ifPresent(present -> put(key, present, sink));
        else
            sink.put(AttributeKeys.text(key), text(value));
    }

    private static List<Object> elements(Object array) {
        return IntStream.range(0, Math.min(Array.getLength(array), MOST_ELEMENTS)).mapToObj(i -> Array.get(array, i))
                .filter(Objects::nonNull).toList();
    }

    private static void putAll(String key, List<Object> values, Sink sink) {
        if (values.isEmpty())
            return;
        if (values.stream().allMatch(AttributeValues::isIntegral))
            sink.put(AttributeKey.longArrayKey(key), each(values, v -> ((Number) v).longValue()));
        else if (values.stream().allMatch(v -> isIntegral(v) || isFloating(v)))
            sink.put(AttributeKey.doubleArrayKey(key), each(values, v -> ((Number) v).doubleValue()));
        else if (values.stream().allMatch(Boolean.class::isInstance))
            sink.put(AttributeKey.booleanArrayKey(key), each(values, Boolean.class::cast));
        else
            sink.put(AttributeKey.stringArrayKey(key), each(values, AttributeValues::text));
    }

    private static <T> List<T> each(List<Object> values, Function<Object, T> conversion) {
        return values.stream().map(conversion).toList();
    }

    private static boolean isIntegral(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }

    private static boolean isFloating(Object value) {
        return value instanceof Double || value instanceof Float;
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }
}
