package dev.foundation.tracing.tracestore.traceql.field;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.foundation.tracing.tracestore.model.SpanKind;
import dev.foundation.tracing.tracestore.model.SpanStatus;
import dev.foundation.tracing.tracestore.traceql.token.Durations;

/** What an expression is for one span. Equal values are of the same type: a whole 3 and a float 3 are not. */
public sealed interface Value {

    /** @return of a list, the type of its elements */
    ValueType type();

    /** The value as Tempo prints it. */
    String text();

    /** The value as a query has it: texts in backquotes. */
    default String literal() {
        return text();
    }

    /** @return NaN if it is no number; nanoseconds for a duration */
    default double number() {
        return Double.NaN;
    }

    default boolean isNil() {
        return false;
    }

    default boolean isTrue() {
        return false;
    }

    /** Nothing. */
    record Nil() implements Value {
        @Override
        public ValueType type() {
            return ValueType.NIL;
        }

        @Override
        public String text() {
            return "nil";
        }

        @Override
        public boolean isNil() {
            return true;
        }
    }

    /** Text. */
    record Text(String value) implements Value {
        @Override
        public ValueType type() {
            return ValueType.STRING;
        }

        @Override
        public String text() {
            return value;
        }

        @Override
        public String literal() {
            return "`" + value + "`";
        }
    }

    /** A whole number. */
    record Whole(long value) implements Value {
        @Override
        public ValueType type() {
            return ValueType.INT;
        }

        @Override
        public String text() {
            return Long.toString(value);
        }

        @Override
        public double number() {
            return value;
        }
    }

    /** A floating-point number. */
    record Real(double value) implements Value {
        @Override
        public ValueType type() {
            return ValueType.FLOAT;
        }

        @Override
        public String text() {
            return Numbers.print(value);
        }

        @Override
        public double number() {
            return value;
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Value {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public String text() {
            return Boolean.toString(value);
        }

        @Override
        public boolean isTrue() {
            return value;
        }
    }

    /** A length of time. */
    record Duration(long nanos) implements Value {
        @Override
        public ValueType type() {
            return ValueType.DURATION;
        }

        @Override
        public String text() {
            return Durations.print(nanos);
        }

        @Override
        public double number() {
            return nanos;
        }
    }

    /** How a span ended. */
    record Status(SpanStatus.Code code) implements Value {
        @Override
        public ValueType type() {
            return ValueType.STATUS;
        }

        @Override
        public String text() {
            return code.name().toLowerCase(Locale.ROOT);
        }
    }

    /** The role of a span. */
    record Kind(SpanKind kind) implements Value {
        @Override
        public ValueType type() {
            return ValueType.KIND;
        }

        @Override
        public String text() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Several values of one type; never empty. */
    record Many(List<Value> values) implements Value {

        public Many {
            values = List.copyOf(values);
        }

        @Override
        public ValueType type() {
            return values.get(0).type();
        }

        @Override
        public String text() {
            return values.stream().map(Value::literal).collect(Collectors.joining(", ", "[", "]"));
        }
    }
}
