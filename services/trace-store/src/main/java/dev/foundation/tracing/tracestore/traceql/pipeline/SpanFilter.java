package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import dev.foundation.tracing.tracestore.traceql.field.Binding;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;

/** {@code { … }}: keeps the spans for which the expression is true. */
public final class SpanFilter implements Stage {

    private final FieldExpression expression;
    private final Binding binding;

    public SpanFilter(FieldExpression expression) {
        this.expression = expression;
        binding = new Binding(expression);
    }

    @Override
    public List<SpanSet> apply(List<SpanSet> sets) {
        List<SpanSet> left = new ArrayList<>(sets.size());
        for (SpanSet set : sets) {
            List<SpanView> kept = keep(set.spans());
            if (!kept.isEmpty())
                left.add(set.withSpans(kept));
        }
        return left;
    }

    private List<SpanView> keep(List<SpanView> spans) {
        List<SpanView> kept = new ArrayList<>();
        for (SpanView span : spans) {
            if (binding.firstMatch(span) != null)
                kept.add(span);
        }
        return kept;
    }

    @Override
    public void shown(BiConsumer<Field, FieldExpression> receiver) {
        expression.conditions(receiver);
    }
}
