package dev.foundation.tracing.tracestore.traceql.field;

import java.util.function.BiConsumer;

/** Compares two values. What cannot be compared is neither equal nor different. */
final class Comparison extends Binary {

    private final Comparing comparing;

    Comparison(Operator operator, FieldExpression left, FieldExpression right) {
        super(operator, left, right);
        comparing = Comparing.of(operator, left, right);
    }

    @Override
    public Value evaluate(SpanView span) {
        return Values.of(comparing.test(left.evaluate(span), right.evaluate(span)));
    }

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public void conditions(BiConsumer<Field, FieldExpression> receiver) {
        if (left instanceof Field field && right instanceof Literal)
            receiver.accept(field, this);
        else if (right instanceof Field field && left instanceof Literal)
            receiver.accept(field, this);
        else
            super.conditions(receiver);
    }
}
