package dev.foundation.tracing.tracestore.traceql.field;

/** A query that was given up, so that others get their turn. Its message is for the asker. */
public final class QueryTooLongException extends RuntimeException {

    QueryTooLongException() {
        super("the query takes too long: ask for less time, or with fewer and simpler regular expressions");
    }
}
