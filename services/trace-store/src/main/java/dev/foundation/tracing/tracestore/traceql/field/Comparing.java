package dev.foundation.tracing.tracestore.traceql.field;

import java.util.List;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

/** How two values are compared: lists element by element, numbers as numbers, all others only with their like. */
final class Comparing implements BiPredicate<Value, Value> {

    private final Operator operator;
    private final @Nullable LinearRegex regex;
    // Tempo looks for an attribute that is compared with a literal only where values of just that type are kept, and reads
    // of a list only the elements that fulfil the comparison.
    private final boolean sameType;

    private Comparing(Operator operator, @Nullable LinearRegex regex, boolean sameType) {
        this.operator = operator;
        this.regex = regex;
        this.sameType = sameType;
    }

    static Comparing of(Operator operator, FieldExpression left, FieldExpression right) {
        boolean sameType = (left instanceof AttributeField && right instanceof Literal)
                || (right instanceof AttributeField && left instanceof Literal);
        LinearRegex regex = operator.isRegex() && right instanceof Literal literal ? LinearRegex.of(literal.value().text())
                : null;
        return new Comparing(operator, regex, sameType);
    }

    /** Of a list, the elements of which the comparison is true. */
    Value fulfilling(Value.Many many, Value single, boolean flipped) {
        Operator how = flipped ? operator.flipped() : operator;
        List<Value> kept = many.values().stream().filter(element -> compare(how, element, single)).toList();
        return kept.size() == 1 ? kept.get(0) : kept.isEmpty() ? Values.NIL : new Value.Many(kept);
    }

    @Override
    public boolean test(Value left, Value right) {
        if (left instanceof Value.Many many)
            return right instanceof Value.Many ? false : inList(many, operator, right);
        if (right instanceof Value.Many many)
            return inList(many, operator.flipped(), left);
        return compare(operator, left, right);
    }

    // Otherwise to differ from a list is to differ from each of its elements.
    private boolean inList(Value.Many many, Operator how, Value single) {
        if (!sameType && (how == Operator.NOT_EQUAL || how == Operator.NOT_REGEX))
            return many.values().stream().allMatch(element -> compare(how, element, single));
        return many.values().stream().anyMatch(element -> compare(how, element, single));
    }

    private boolean compare(Operator how, Value left, Value right) {
        if (left.isNil() || right.isNil() || !fit(left.type(), right.type()) || !how.accepts(left.type()))
            return false;
        return switch (how) {
            case EQUAL -> isEqual(left, right);
            case NOT_EQUAL -> !isEqual(left, right);
            case REGEX -> regex != null && regex.matches(left.text());
            case NOT_REGEX -> regex != null && !regex.matches(left.text());
            default -> isInOrder(how, left, right);
        };
    }

    private boolean fit(ValueType left, ValueType right) {
        return left == right || (!sameType && left.fits(right));
    }

    private static boolean isEqual(Value left, Value right) {
        if (left.type().isNumeric() && left.type() != right.type())
            return left.number() == right.number();
        return left.equals(right);
    }

    private static boolean isInOrder(Operator how, Value left, Value right) {
        if (left.type() == ValueType.STRING)
            return how.holds(left.text().compareTo(right.text()));
        if (left instanceof Value.Whole first && right instanceof Value.Whole second)
            return how.holds(Long.compare(first.value(), second.value()));
        return how.holds(left.number(), right.number());
    }
}
