package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.foundation.tracing.tracestore.traceql.field.Binding;
import dev.foundation.tracing.tracestore.traceql.field.Existence;
import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.Value;
import dev.foundation.tracing.tracestore.traceql.field.Values;

/** The fields of a found span that an answer shows: those the query asks about, where its condition holds. */
public final class ShownFields {

    private final List<Shown> all = new ArrayList<>();

    public ShownFields(Stage stage) {
        stage.shown((field, condition) -> all.add(new Shown(field, condition, new Binding(condition), new Binding(field))));
    }

    /** @return each field once, without those that the span does not have */
    public Map<Field, Value> of(SpanView span) {
        Map<Field, Value> values = new LinkedHashMap<>();
        for (Shown shown : all) {
            Value value = shown.valueOf(span);
            if (!value.isNil())
                values.put(shown.field, value);
        }
        return values;
    }

    // That it is missing is shown as Tempo shows it.
    private static final Value MISSING = new Value.Text("nil");

    private record Shown(Field field, FieldExpression expression, Binding condition, Binding any) {

        Value valueOf(SpanView span) {
            SpanView bound = condition.firstMatch(span);
            if (bound == null)
                return Values.NIL;
            if (expression instanceof Existence existence && !existence.wanted())
                return MISSING;
            // Without a condition nothing is bound yet.
            Value value = field.evaluate(bound);
            return value.isNil() ? any.firstValue(span) : expression.fulfilling(value);
        }
    }
}
