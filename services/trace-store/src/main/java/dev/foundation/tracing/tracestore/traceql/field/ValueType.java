package dev.foundation.tracing.tracestore.traceql.field;

/** The types that values have, and the one of an expression whose type only a span's attribute will tell. */
public enum ValueType {
    NIL,
    UNKNOWN,
    INT,
    FLOAT,
    STRING,
    BOOLEAN,
    DURATION,
    STATUS,
    KIND;

    public boolean isNumeric() {
        return this == INT || this == FLOAT || this == DURATION;
    }

    /** Whether the two may stand on either side of an operator. */
    boolean fits(ValueType other) {
        return this == UNKNOWN || other == UNKNOWN || this == NIL || other == NIL || this == other
                || (isNumeric() && other.isNumeric());
    }
}
