package dev.foundation.tracing.tracestore.traceql.field;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** {@code x != nil} or {@code x = nil}. */
public record Existence(FieldExpression operand, boolean wanted) implements FieldExpression {

    @Override
    public Value evaluate(SpanView span) {
        return Values.of(wanted ? !operand.evaluate(span).isNil() : isAbsent(span));
    }

    // A value that TraceQL has no type for is there all the same; and where there is no event, nothing is absent from it.
    private boolean isAbsent(SpanView span) {
        return operand instanceof AttributeField attribute ? attribute.isAbsent(span) : operand.evaluate(span).isNil();
    }

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public void fields(Consumer<Field> receiver) {
        operand.fields(receiver);
    }

    @Override
    public void conditions(BiConsumer<Field, FieldExpression> receiver) {
        operand.fields(field -> receiver.accept(field, this));
    }

    @Override
    public String toString() {
        return operand.wrapped() + (wanted ? " != nil" : " = nil");
    }
}
