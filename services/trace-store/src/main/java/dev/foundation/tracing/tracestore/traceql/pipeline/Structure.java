package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.token.Token;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;

/**
 * Spans of the right side that are related to spans of the left: {@code >}, {@code >>}, {@code ~} and the like.
 *
 * @param at where the operator stands
 */
public record Structure(Relation relation, Mode mode, Stage left, Stage right, Token at) implements Stage {

    /** Which spans are found. */
    public enum Mode {
        /** Those of the right side that are related. */
        RIGHT,
        /** Those of the right side that are not. */
        NOT,
        /** Those of both sides that are related. */
        BOTH
    }

    @Override
    public List<SpanSet> apply(List<SpanSet> sets) {
        List<SpanSet> found = new ArrayList<>();
        for (SpanSet set : sets) {
            List<SpanView> related = related(left.apply(List.of(set)), right.apply(List.of(set)));
            if (!related.isEmpty())
                found.add(set.withSpans(related));
        }
        return found;
    }

    private List<SpanView> related(List<SpanSet> first, List<SpanSet> second) {
        if (first.size() > 1 || second.size() > 1)
            throw new TraceQlException("spanset operators are not supported for multiple spansets per trace. "
                    + "consider using coalesce()", at);
        List<SpanView> from = SpanSet.spansOf(first);
        List<SpanView> to = SpanSet.spansOf(second);
        Predicate<SpanView> isRelated = relation.to(from);
        Set<SpanView> found = new LinkedHashSet<>(
                inOrder(from, to).stream().filter(mode == Mode.NOT ? isRelated.negate() : isRelated).toList());
        if (mode == Mode.BOTH)
            from.stream().filter(relation.inverse().to(to)).forEach(found::add);
        return List.copyOf(found);
    }

    // Tempo sorts the left side where it stands; when both sides are the same spans, that is how they are found.
    private List<SpanView> inOrder(List<SpanView> from, List<SpanView> to) {
        return mode != Mode.BOTH && from.equals(to) ? relation.sorted(to) : to;
    }

    @Override
    public void shown(BiConsumer<Field, FieldExpression> receiver) {
        left.shown(receiver);
        right.shown(receiver);
    }
}
