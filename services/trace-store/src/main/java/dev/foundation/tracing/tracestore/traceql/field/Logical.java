package dev.foundation.tracing.tracestore.traceql.field;

/** {@code &&} and {@code ||}. What is neither true nor false, on either side, makes it false, as in Tempo. */
final class Logical extends Binary {

    Logical(Operator operator, FieldExpression left, FieldExpression right) {
        super(operator, left, right);
    }

    @Override
    public Value evaluate(SpanView span) {
        Value first = left.evaluate(span);
        if (!(first instanceof Value.Flag flag) || (operator == Operator.AND && !flag.value()))
            return Values.FALSE;
        Value second = right.evaluate(span);
        return Values.of(second.isTrue() || (flag.value() && second instanceof Value.Flag && operator == Operator.OR));
    }

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }
}
