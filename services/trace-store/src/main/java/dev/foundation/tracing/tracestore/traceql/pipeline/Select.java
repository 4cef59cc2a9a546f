package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.List;
import java.util.function.BiConsumer;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.Literal;

/** {@code select(…)}: shows more fields, and leaves the sets as they are. */
public record Select(List<Field> fields) implements Stage {

    public Select {
        fields = List.copyOf(fields);
    }

    @Override
    public List<SpanSet> apply(List<SpanSet> sets) {
        return sets;
    }

    @Override
    public void shown(BiConsumer<Field, FieldExpression> receiver) {
        fields.forEach(field -> receiver.accept(field, Literal.TRUE));
    }
}
