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
        if (operator.isRegex())
            span.trace().deadline().check();
        return Values.of(comparing.test(left.evaluate(span), right.evaluate(span)));
    }

    /** Of a list that the query compares with a literal, the elements of which that is true; any other value as it is. */
    @Override
    public Value fulfilling(Value value) {
        if (!(value instanceof Value.Many many))
            return value;
        if (right instanceof Literal literal)
            return comparing.fulfilling(many, literal.value(), false);
        return left instanceof Literal literal ? comparing.fulfilling(many, literal.value(), true) : value;
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
