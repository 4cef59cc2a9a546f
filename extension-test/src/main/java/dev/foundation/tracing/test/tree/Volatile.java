package dev.foundation.tracing.test.tree;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Recognises what is another at every run: ids, times, ports, threads. */
final class Volatile {

    private static final Set<String> KEYS = Set.of("thread.id", "thread.name", "user_agent.original", "exception.stacktrace",
            "code.line.number", "code.lineno", "host.id", "host.name", "process.pid", "http.request.body.size",
            "http.response.body.size");
    private static final List<String> KEY_PREFIXES = List.of("network.peer.", "network.local.", "client.", "net.sock.");
    private static final Pattern SHAPES = Pattern.compile(String.join("|",
            // UUIDs
            "\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b",
            // ids of traces and of spans
            "\\b(?:[0-9a-f]{32}|[0-9a-f]{16})\\b",
            // moments
            "\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?",
            // ports
            "(?<=[\\w.\\]]:)\\d{4,5}\\b"));

    private Volatile() {
    }

    static boolean isKey(String key) {
        return KEYS.contains(key) || key.endsWith(".port") || KEY_PREFIXES.stream().anyMatch(key::startsWith);
    }

    static boolean isIn(String text) {
        return SHAPES.matcher(text).find();
    }

    /** With a star where it is volatile. */
    static String starred(String text) {
        return SHAPES.matcher(text).replaceAll("*");
    }

    static Object starred(Object value) {
        if (value instanceof String text)
            return starred(text);
        if (value instanceof List<?> list)
            return list.stream().map(Volatile::starred).toList();
        return value instanceof Map<?, ?> map ? starredValues(map) : value;
    }

    private static Map<String, Object> starredValues(Map<?, ?> map) {
        Map<String, Object> values = new TreeMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), starred(value)));
        return values;
    }
}
