package dev.foundation.tracing.tracestore.traceql.field;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A value that stands in the query. */
public record Literal(Value value) implements FieldExpression {

    public static final Literal TRUE = of(true);

    public static Literal of(boolean flag) {
        return new Literal(Values.of(flag));
    }

    @Override
    public Value evaluate(SpanView span) {
        return value;
    }

    @Override
    public ValueType type() {
        return value.type();
    }

    @Override
    public void fields(Consumer<Field> receiver) {
        // It has none.
    }

    @Override
    public void conditions(BiConsumer<Field, FieldExpression> receiver) {
        // It makes none.
    }

    @Override
    public String wrapped() {
        return toString();
    }

    @Override
    public String toString() {
        return value.literal();
    }
}
