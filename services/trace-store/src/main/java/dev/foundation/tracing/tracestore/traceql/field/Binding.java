package dev.foundation.tracing.tracestore.traceql.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.SpanEvent;
import dev.foundation.tracing.tracestore.model.SpanLink;

/**
 * An expression that holds for a span if it holds with any one of its events and links: what is asked of an event must be
 * true of the same one.
 */
public final class Binding {

    private final FieldExpression expression;
    private final boolean usesEvents;
    private final boolean usesLinks;

    public Binding(FieldExpression expression) {
        this.expression = expression;
        usesEvents = uses(expression, Scope.EVENT);
        usesLinks = uses(expression, Scope.LINK);
    }

    private static boolean uses(FieldExpression expression, Scope scope) {
        boolean[] found = new boolean[1];
        expression.fields(field -> found[0] |= field.scope() == scope);
        return found[0];
    }

    /** @return the span with an event and a link for which the expression is true; null if it is never true */
    public @Nullable SpanView firstMatch(SpanView span) {
        span.trace().deadline().check();
        if (!usesEvents && !usesLinks)
            return expression.evaluate(span).isTrue() ? span : null;
        for (SpanEvent event : orNull(usesEvents, span.span().events())) {
            for (SpanLink link : orNull(usesLinks, span.span().links())) {
                span.trace().deadline().check();
                SpanView bound = span.at(event, link);
                if (expression.evaluate(bound).isTrue())
                    return bound;
            }
        }
        return null;
    }

    /** @return the first value that is not nil, of any event and link; else what Tempo has instead, often nil */
    public Value firstValue(SpanView span) {
        List<Value> first = new ArrayList<>(1);
        values(span, value -> {
            if (first.isEmpty())
                first.add(value);
        });
        if (!first.isEmpty())
            return first.get(0);
        return expression instanceof IntrinsicField field ? IntrinsicValues.missing(field.intrinsic()) : Values.NIL;
    }

    /** Gives the values that are not nil, of all events and links. */
    public void values(SpanView span, Consumer<Value> receiver) {
        for (SpanEvent event : orNull(usesEvents, span.span().events())) {
            for (SpanLink link : orNull(usesLinks, span.span().links())) {
                span.trace().deadline().check();
                Value value = expression.evaluate(span.at(event, link));
                if (!value.isNil())
                    receiver.accept(value);
            }
        }
    }

    private static <T> List<@Nullable T> orNull(boolean used, List<T> all) {
        return used && !all.isEmpty() ? Collections.unmodifiableList(all) : Collections.singletonList(null);
    }
}
