package dev.foundation.tracing.test.tree;

import java.util.regex.Pattern;

/** A text in which a star may stand for any characters. */
final class Glob {

    static final Glob ANY = of("*");

    private final String text;
    private final Pattern pattern;

    private Glob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    static Glob of(String text) {
        return new Glob(text, Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"), Pattern.DOTALL));
    }

    static Glob literal(String text) {
        return new Glob(text, Pattern.compile(Pattern.quote(text), Pattern.DOTALL));
    }

    boolean matches(String candidate) {
        return pattern.matcher(candidate).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && pattern.pattern().equals(glob.pattern.pattern());
    }

    @Override
    public int hashCode() {
        return pattern.pattern().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
