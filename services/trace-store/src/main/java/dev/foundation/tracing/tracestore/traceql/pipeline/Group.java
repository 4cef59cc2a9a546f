package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.Literal;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.Value;

/** {@code by(…)}: one set for each value of the expression. */
public record Group(FieldExpression expression) implements Stage {

    @Override
    public List<SpanSet> apply(List<SpanSet> sets) {
        List<SpanSet> groups = new ArrayList<>();
        for (SpanSet set : sets) {
            Map<Value, List<SpanView>> spansByValue = new LinkedHashMap<>();
            for (SpanView span : set.spans())
                spansByValue.computeIfAbsent(expression.evaluate(span), value -> new ArrayList<>()).add(span);
            spansByValue.forEach((value, spans) -> groups.add(set.withSpans(spans).with("by(" + expression + ")", value)));
        }
        return groups;
    }

    @Override
    public void shown(BiConsumer<Field, FieldExpression> receiver) {
        expression.fields(field -> receiver.accept(field, Literal.TRUE));
    }
}
