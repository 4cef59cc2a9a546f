package dev.foundation.tracing.tracestore.traceql.field;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A regular expression that must match the whole text, in time that grows with its own length and the text's. Thread-safe. */
final class LinearRegex {

    private static final int MAX_STATES = 1_000;
    // Names and values repeat, and to look one up is many times faster than to match it.
    private static final int REMEMBERED = 1000;

    private final Pattern pattern;
    private final ConcurrentMap<String, Boolean> remembered = new ConcurrentHashMap<>();

    private LinearRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException if it is none */
    static LinearRegex of(String regex) {
        if (RegexCost.of(regex) > MAX_STATES)
            throw new IllegalArgumentException("invalid regex: too large, or too many repetitions within repetitions");
        try {
            return new LinearRegex(Pattern.compile(regex, Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("invalid regex: `" + regex + "`", e);
        }
    }

    boolean matches(String text) {
        Boolean known = remembered.get(text);
        if (known != null)
            return known;
        boolean matches = pattern.matches(text);
        if (remembered.size() < REMEMBERED)
            remembered.put(text, matches);
        return matches;
    }
}
