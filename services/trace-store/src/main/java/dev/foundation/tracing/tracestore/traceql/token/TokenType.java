package dev.foundation.tracing.tracestore.traceql.token;

/** What a token is. */
public enum TokenType {
    /** A name or keyword: {@code duration}, {@code count}, {@code server}. */
    WORD("IDENTIFIER"),
    /** Brackets, operators, commas. */
    SIGN(""),
    /** A quoted text, without its quotes. */
    STRING("STRING"),
    /** A whole number. */
    INTEGER("INTEGER"),
    /** A number with a fraction or an exponent. */
    FLOAT("FLOAT"),
    /** A number with a unit of time, in nanoseconds. */
    DURATION("DURATION"),
    /** What an attribute or a scoped intrinsic begins with: {@code .}, {@code span.}, {@code trace:}. */
    SCOPE(""),
    /** An attribute's name behind its scope. */
    NAME("IDENTIFIER"),
    /** Behind the last token. */
    END("$end");

    private final String label;

    TokenType(String label) {
        this.label = label;
    }

    /** @return Tempo's word for any token of this type; empty if each has its own */
    String label() {
        return label;
    }
}
