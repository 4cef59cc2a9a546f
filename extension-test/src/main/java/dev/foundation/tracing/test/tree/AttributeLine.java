package dev.foundation.tracing.test.tree;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * {@code | key = value}, where a key that would be read as something else is in quotes.
 *
 * @param start all that is before the value
 */
record AttributeLine(String start, String key, String value) {

    private static final Pattern PARTS = Pattern
            .compile("(?<start>\\s*\\| (?<key>\"(?:[^\"\\\\]|\\\\.)*+\"|(?!\").+?) = )(?<value>.*)");
    private static final Pattern MISLEADING = Pattern.compile("|\\s.*|.*\\s|\".*|.*[=\\p{Cntrl}].*", Pattern.DOTALL);

    /** @return null if it is another kind of line, or misspelled */
    static @Nullable AttributeLine of(String line) {
        Matcher parts = PARTS.matcher(line);
        return parts.matches() ? new AttributeLine(parts.group("start"), parts.group("key"), parts.group("value").strip())
                : null;
    }

    static String write(String key, String value) {
        return "| " + (MISLEADING.matcher(key).matches() ? JsonValue.text(key) : key) + " = " + value;
    }

    /** The key without its quotes. */
    String plainKey() {
        return key.startsWith("\"") ? String.valueOf(JsonValue.parse(key)) : key.strip();
    }

    AttributeLine with(String otherValue) {
        return new AttributeLine(start, key, otherValue);
    }

    @Override
    public String toString() {
        return start + value;
    }
}
