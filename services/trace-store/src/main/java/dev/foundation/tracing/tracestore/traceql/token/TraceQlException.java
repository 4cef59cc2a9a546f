package dev.foundation.tracing.tracestore.traceql.token;

/** A query that is no TraceQL, or asks for what this store does not know. Its message, one line, says where. */
public final class TraceQlException extends RuntimeException {

    private final int line;
    private final int column;

    TraceQlException(String message, int line, int column) {
        super("parse error at line " + line + ", col " + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    /** @param at where the mistake is */
    public TraceQlException(String message, Token at) {
        this(message, at.line(), at.column());
    }

    /** @return from 1 */
    public int line() {
        return line;
    }

    /** @return from 1, in characters */
    public int column() {
        return column;
    }
}
