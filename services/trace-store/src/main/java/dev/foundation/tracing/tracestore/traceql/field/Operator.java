package dev.foundation.tracing.tracestore.traceql.field;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What joins two expressions. {@code &&} and {@code ||} bind alike, from the left: that is Tempo's grammar, and a query must
 * mean the same here.
 */
public enum Operator {
    AND("&&", 1),
    OR("||", 1),
    EQUAL("=", 2),
    NOT_EQUAL("!=", 2),
    LESS("<", 2),
    LESS_EQUAL("<=", 2),
    GREATER(">", 2),
    GREATER_EQUAL(">=", 2),
    REGEX("=~", 2),
    NOT_REGEX("!~", 2),
    ADD("+", 3),
    SUBTRACT("-", 3),
    MULTIPLY("*", 5),
    DIVIDE("/", 5),
    REMAINDER("%", 5),
    POWER("^", 6);

    /** How tightly {@code !} binds, between the two kinds of arithmetic. */
    public static final int NOT_PRECEDENCE = 4;

    private static final Map<String, Operator> BY_SIGN = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(operator -> operator.sign, Function.identity()));

    private final String sign;
    private final int precedence;

    Operator(String sign, int precedence) {
        this.sign = sign;
        this.precedence = precedence;
    }

    /** @return null if it is none */
    public static @Nullable Operator of(String sign) {
        return BY_SIGN.get(sign);
    }

    public String sign() {
        return sign;
    }

    /** The greater, the more tightly it binds. */
    public int precedence() {
        return precedence;
    }

    /** Whether of equal ones the last is computed first. */
    public boolean isRightAssociative() {
        return this == POWER;
    }

    public boolean isComparison() {
        return precedence == EQUAL.precedence;
    }

    boolean isLogical() {
        return this == AND || this == OR;
    }

    public boolean isRegex() {
        return this == REGEX || this == NOT_REGEX;
    }

    boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    boolean accepts(ValueType type) {
        return switch (type) {
            case UNKNOWN -> true;
            case NIL, STATUS, KIND -> isEquality();
            case BOOLEAN -> isLogical() || isEquality();
            case STRING -> isComparison();
            case INT, FLOAT, DURATION -> !isLogical() && !isRegex();
        };
    }

    /** Whether it is true of two numbers; of one that is none, never. */
    public boolean holds(double left, double right) {
        return !Double.isNaN(left) && !Double.isNaN(right) && (left == right ? holds(0) : holds(Double.compare(left, right)));
    }

    /** @param order negative, zero or positive, as comparators say it */
    boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_EQUAL -> order >= 0;
            default -> throw new IllegalStateException(sign + " compares no order");
        };
    }

    /** The same comparison with its sides exchanged. */
    Operator flipped() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_EQUAL -> GREATER_EQUAL;
            case GREATER -> LESS;
            case GREATER_EQUAL -> LESS_EQUAL;
            default -> this;
        };
    }
}
