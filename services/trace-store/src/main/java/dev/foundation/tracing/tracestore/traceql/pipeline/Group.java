package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.foundation.tracing.tracestore.traceql.field.Binding;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.Literal;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.Value;

/** {@code by(…)}: one set for each value of the expression. */
public final class Group implements Stage {

    private final FieldExpression expression;
    private final Binding binding;

    public Group(FieldExpression expression) {
        this.expression = expression;
        binding = new Binding(expression);
    }

    @Override
    public List<SpanSet> apply(List<SpanSet> sets) {
        List<SpanSet> groups = new ArrayList<>();
        for (SpanSet set : sets) {
            Map<Value, List<SpanView>> spansByValue = new LinkedHashMap<>();
            for (SpanView span : set.spans())
                spansByValue.computeIfAbsent(binding.firstValue(span), value -> new ArrayList<>()).add(span);
            spansByValue.forEach((value, spans) -> groups.add(set.withSpans(spans).with("by(" + expression + ")", value)));
        }
        return groups;
    }

    @Override
    public void shown(BiConsumer<Field, FieldExpression> receiver) {
        expression.fields(field -> receiver.accept(field, Literal.TRUE));
    }
}
