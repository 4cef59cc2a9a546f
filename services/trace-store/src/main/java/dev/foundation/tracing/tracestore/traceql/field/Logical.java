package dev.foundation.tracing.tracestore.traceql.field;

/** {@code &&} and {@code ||}. What is neither true nor false makes it false, as in Tempo. */
final class Logical extends Binary {

    Logical(Operator operator, FieldExpression left, FieldExpression right) {
        super(operator, left, right);
    }

    @Override
    public Value evaluate(SpanView span) {
        Value first = left.evaluate(span);
        boolean decided = first instanceof Value.Flag flag && flag.value() == (operator == Operator.OR);
        if (decided || !(first instanceof Value.Flag))
            return Values.of(decided && operator == Operator.OR);
        return Values.of(right.evaluate(span).isTrue());
    }

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }
}
