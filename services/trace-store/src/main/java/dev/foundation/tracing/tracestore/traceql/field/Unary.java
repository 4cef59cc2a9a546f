package dev.foundation.tracing.tracestore.traceql.field;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** {@code -x} or {@code !x}. */
record Unary(boolean not, FieldExpression operand) implements FieldExpression {

    @Override
    public Value evaluate(SpanView span) {
        return apply(operand.evaluate(span));
    }

    Value apply(Value value) {
        if (not)
            return value instanceof Value.Flag flag ? Values.of(!flag.value()) : Values.NIL;
        if (value instanceof Value.Whole whole)
            return new Value.Whole(-whole.value());
        if (value instanceof Value.Real real)
            return new Value.Real(-real.value());
        return value instanceof Value.Duration duration ? new Value.Duration(-duration.nanos()) : Values.NIL;
    }

    /** Whether the operand may be of that type. */
    public boolean accepts(ValueType type) {
        return type == ValueType.UNKNOWN || (not ? type == ValueType.BOOLEAN : type.isNumeric());
    }

    @Override
    public ValueType type() {
        return operand.type();
    }

    @Override
    public void fields(Consumer<Field> receiver) {
        operand.fields(receiver);
    }

    @Override
    public void conditions(BiConsumer<Field, FieldExpression> receiver) {
        operand.conditions(receiver);
    }

    @Override
    public String toString() {
        return (not ? "!" : "-") + operand.wrapped();
    }
}
