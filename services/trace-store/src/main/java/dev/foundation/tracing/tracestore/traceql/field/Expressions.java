package dev.foundation.tracing.tracestore.traceql.field;

import dev.foundation.tracing.tracestore.traceql.token.Token;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/** Puts expressions together and refuses those that can never mean anything. */
public final class Expressions {

    private Expressions() {
    }

    /**
     * @param at where the operator stands
     * @throws TraceQlException if the operator does not take such operands
     */
    public static FieldExpression binary(Operator operator, FieldExpression left, FieldExpression right, Token at) {
        FieldExpression first = adapted(operator, left, right);
        FieldExpression second = adapted(operator, right, left);
        String shown = left.wrapped() + " " + operator.sign() + " " + right.wrapped();
        if (!left.type().fits(right.type()))
            throw new TraceQlException("binary operations must operate on the same type: " + shown, at);
        if (!operator.accepts(left.type()) || !operator.accepts(right.type()))
            throw new TraceQlException("illegal operation for the given types: " + shown, at);
        if (operator.isRegex() && !(right instanceof Literal literal && literal.type() == ValueType.STRING))
            throw new TraceQlException("invalid type for =~ or !~: " + right, at);
        return create(operator, first, second, at);
    }

    private static FieldExpression create(Operator operator, FieldExpression left, FieldExpression right, Token at) {
        if (operator.isLogical())
            return new Logical(operator, left, right);
        if (!operator.isComparison())
            return arithmetic(operator, left, right);
        try {
            return new Comparison(operator, left, right);
        } catch (IllegalArgumentException e) {
            throw new TraceQlException(String.valueOf(e.getMessage()), at);
        }
    }

    private static FieldExpression arithmetic(Operator operator, FieldExpression left, FieldExpression right) {
        if (left instanceof Literal first && right instanceof Literal second)
            return new Literal(Arithmetic.compute(operator, first.value(), second.value()));
        return new Arithmetic(operator, left, right);
    }

    // Ids are compared as Tempo does: trace ids without leading zeros, span ids never equal if they begin with a zero byte.
    private static FieldExpression adapted(Operator operator, FieldExpression expression, FieldExpression other) {
        if (!(expression instanceof Literal literal && literal.type() == ValueType.STRING)
                || !(other instanceof IntrinsicField field))
            return expression;
        String text = literal.value().text();
        if (field.intrinsic() == Intrinsic.TRACE_ID)
            return new Literal(new Value.Text(Ids.trimmed(text)));
        boolean neverFound = operator == Operator.EQUAL && field.intrinsic().isSpanId() && Ids.isNeverFound(text);
        return neverFound ? new Literal(Values.NIL) : expression;
    }

    /** @throws TraceQlException if there is nothing to negate in such an operand */
    public static FieldExpression unary(boolean not, FieldExpression operand, Token at) {
        Unary unary = new Unary(not, operand);
        if (!unary.accepts(operand.type()))
            throw new TraceQlException("illegal operation for the given type: " + unary, at);
        if (operand instanceof Literal literal)
            return new Literal(unary.apply(literal.value()));
        return unary;
    }

    /** @throws TraceQlException if the operand is always there */
    public static FieldExpression existence(FieldExpression operand, boolean wanted, Token at) {
        boolean always = operand instanceof IntrinsicField
                || operand.equals(new AttributeField(Scope.RESOURCE, "service.name"));
        if (!wanted && always)
            throw new TraceQlException(operand + "=nil is not valid because " + operand + " cannot be nil", at);
        return new Existence(operand, wanted);
    }
}
