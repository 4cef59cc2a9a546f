package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.List;
import java.util.function.BiConsumer;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;

/** One part of a query. Immutable, and safe to use on any thread. */
public interface Stage {

    /** @return the sets that are left of these, or that are made of them; none of them empty */
    List<SpanSet> apply(List<SpanSet> sets);

    /** Gives the fields that an answer shows, each with the condition under which it does. */
    void shown(BiConsumer<Field, FieldExpression> receiver);
}
