package dev.foundation.tracing.tracestore.traceql.field;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A regular expression that must match the whole text, in time that grows with the text alone. */
final class LinearRegex {

    private static final int MAX_STATES = 10_000;

    private final Pattern pattern;

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
        Matcher matcher = pattern.matcher(text);
        return matcher.matches();
    }
}
