package dev.foundation.tracing.tracestore.traceql.field;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Two expressions and what joins them. */
abstract sealed class Binary implements FieldExpression permits Logical, Arithmetic, Comparison {

    final Operator operator;
    final FieldExpression left;
    final FieldExpression right;

    Binary(Operator operator, FieldExpression left, FieldExpression right) {
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    @Override
    public final void fields(Consumer<Field> receiver) {
        left.fields(receiver);
        right.fields(receiver);
    }

    @Override
    public void conditions(BiConsumer<Field, FieldExpression> receiver) {
        left.conditions(receiver);
        right.conditions(receiver);
    }

    @Override
    public final String toString() {
        return left.wrapped() + " " + operator.sign() + " " + right.wrapped();
    }
}
