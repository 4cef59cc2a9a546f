package dev.foundation.tracing.tracestore.traceql.field;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** An attribute, or something that every span has. */
public sealed interface Field extends FieldExpression permits AttributeField, IntrinsicField {

    /** The name that an answer shows it by; without a scope. */
    String name();

    Scope scope();

    @Override
    default void fields(Consumer<Field> receiver) {
        receiver.accept(this);
    }

    @Override
    default void conditions(BiConsumer<Field, FieldExpression> receiver) {
        receiver.accept(this, Literal.TRUE);
    }

    @Override
    default String wrapped() {
        return toString();
    }
}
