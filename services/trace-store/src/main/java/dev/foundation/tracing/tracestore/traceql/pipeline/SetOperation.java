package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;

/** Spans of both sides: {@code &&} if both found some, {@code ||} if either did. */
public record SetOperation(boolean both, Stage left, Stage right) implements Stage {

    @Override
    public List<SpanSet> apply(List<SpanSet> sets) {
        List<SpanSet> found = new ArrayList<>();
        for (SpanSet set : sets) {
            List<SpanSet> first = left.apply(List.of(set));
            List<SpanSet> second = right.apply(List.of(set));
            if (both ? !first.isEmpty() && !second.isEmpty() : !first.isEmpty() || !second.isEmpty())
                found.add(set.withSpans(union(first, second)));
        }
        return found;
    }

    // The smaller side first, as in Tempo: an answer shows the first spans only.
    private static List<SpanView> union(List<SpanSet> first, List<SpanSet> second) {
        List<SpanView> one = SpanSet.spansOf(first);
        List<SpanView> other = SpanSet.spansOf(second);
        Set<SpanView> spans = new LinkedHashSet<>(one.size() < other.size() ? one : other);
        spans.addAll(one.size() < other.size() ? other : one);
        return List.copyOf(spans);
    }

    @Override
    public void shown(BiConsumer<Field, FieldExpression> receiver) {
        left.shown(receiver);
        right.shown(receiver);
    }
}
