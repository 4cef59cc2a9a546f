package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.Literal;
import dev.foundation.tracing.tracestore.traceql.field.Operator;
import dev.foundation.tracing.tracestore.traceql.field.Value;

/** {@code count() > 2}: keeps the sets of which it is true. */
public record AggregateFilter(Aggregate aggregate, Operator operator, Value limit) implements Stage {

    @Override
    public List<SpanSet> apply(List<SpanSet> sets) {
        List<SpanSet> left = new ArrayList<>(sets.size());
        for (SpanSet set : sets) {
            Value value = aggregate.of(set);
            if (value != null && operator.holds(value.number(), limit.number()))
                left.add(set.with(aggregate.toString(), value));
        }
        return left;
    }

    @Override
    public void shown(BiConsumer<Field, FieldExpression> receiver) {
        FieldExpression of = aggregate.of();
        if (of != null)
            of.fields(field -> receiver.accept(field, Literal.TRUE));
    }
}
