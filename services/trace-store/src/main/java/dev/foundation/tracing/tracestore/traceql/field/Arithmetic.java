package dev.foundation.tracing.tracestore.traceql.field;

/** Computes with numbers: whole ones stay whole, all others become floats. */
final class Arithmetic extends Binary {

    Arithmetic(Operator operator, FieldExpression left, FieldExpression right) {
        super(operator, left, right);
    }

    @Override
    public Value evaluate(SpanView span) {
        return compute(operator, left.evaluate(span), right.evaluate(span));
    }

    /** @return nil if one of them is no number, or a whole one is divided by zero */
    static Value compute(Operator operator, Value left, Value right) {
        if (!left.type().isNumeric() || !right.type().isNumeric() || left instanceof Value.Many || right instanceof Value.Many)
            return Values.NIL;
        if (left instanceof Value.Whole first && right instanceof Value.Whole second)
            return whole(operator, first.value(), second.value());
        return new Value.Real(real(operator, left.number(), right.number()));
    }

    private static Value whole(Operator operator, long left, long right) {
        boolean divides = operator == Operator.DIVIDE || operator == Operator.REMAINDER;
        if (divides && right == 0)
            return Values.NIL;
        return new Value.Whole(switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
            default -> (long) Math.pow((double) left, (double) right);
        });
    }

    private static double real(Operator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
            default -> Math.pow(left, right);
        };
    }

    @Override
    public ValueType type() {
        return left.type() == ValueType.UNKNOWN ? right.type() : left.type();
    }
}
