package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.List;
import java.util.function.BiConsumer;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;

/** {@code coalesce()}: one set again of what {@code by(…)} took apart. */
public record Coalesce() implements Stage {

    @Override
    public List<SpanSet> apply(List<SpanSet> sets) {
        return List.of(SpanSet.of(SpanSet.spansOf(sets)));
    }

    @Override
    public void shown(BiConsumer<Field, FieldExpression> receiver) {
        // It looks at none.
    }
}
