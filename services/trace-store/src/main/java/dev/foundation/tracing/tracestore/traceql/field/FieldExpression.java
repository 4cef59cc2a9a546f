package dev.foundation.tracing.tracestore.traceql.field;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Something that has a value for each span. Immutable, and safe to use on any thread. */
public interface FieldExpression {

    /** @return nil where the span has nothing to compute with; never fails */
    Value evaluate(SpanView span);

    ValueType type();

    /** Gives all fields that are used. */
    void fields(Consumer<Field> receiver);

    /** Gives each field with the condition on it alone that the query makes; {@link Literal#TRUE} if it makes none. */
    void conditions(BiConsumer<Field, FieldExpression> receiver);

    /** Whether the value depends on the span at all. */
    default boolean usesSpan() {
        boolean[] uses = new boolean[1];
        fields(field -> uses[0] = true);
        return uses[0];
    }

    /** As a condition on a field: what an answer shows of the field's value. */
    default Value fulfilling(Value value) {
        return value;
    }

    /** As part of another expression: in parentheses unless it is a single word. */
    default String wrapped() {
        return "(" + this + ")";
    }
}
