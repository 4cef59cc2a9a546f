package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.field.Binding;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;
import dev.foundation.tracing.tracestore.traceql.field.SpanView;
import dev.foundation.tracing.tracestore.traceql.field.Value;

/**
 * One value of all spans of a set.
 *
 * @param of null for {@link Kind#COUNT} alone
 */
public record Aggregate(Kind kind, @Nullable FieldExpression of) {

    /** What is computed. */
    public enum Kind {
        COUNT,
        AVG,
        MAX,
        MIN,
        SUM;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return null if no span has a value */
    @Nullable
    Value of(SpanSet set) {
        if (kind == Kind.COUNT)
            return new Value.Whole(set.spans().size());
        List<Value> values = values(set.spans());
        if (values.isEmpty())
            return null;
        return switch (kind) {
            case MAX -> extreme(values, 1);
            case MIN -> extreme(values, -1);
            case AVG -> divided(sum(values), values.size());
            default -> sum(values);
        };
    }

    private List<Value> values(List<SpanView> spans) {
        Binding binding = new Binding(Objects.requireNonNull(of));
        return spans.stream().map(binding::firstValue).filter(Aggregate::isNumber).toList();
    }

    private static boolean isNumber(Value value) {
        return value.type().isNumeric() && !(value instanceof Value.Many);
    }

    private static Value extreme(List<Value> values, int sign) {
        Value extreme = values.get(0);
        for (Value value : values) {
            if (Double.compare(value.number(), extreme.number()) * sign > 0)
                extreme = value;
        }
        return extreme;
    }

    // The first value says what is added; values of other types are left out, as in Tempo.
    private static Value sum(List<Value> values) {
        Value first = values.get(0);
        List<Value> like = values.stream().filter(value -> value.type() == first.type()).toList();
        if (first instanceof Value.Whole)
            return new Value.Whole(like.stream().mapToLong(value -> ((Value.Whole) value).value()).sum());
        if (first instanceof Value.Duration)
            return new Value.Duration(like.stream().mapToLong(value -> ((Value.Duration) value).nanos()).sum());
        return new Value.Real(like.stream().mapToDouble(Value::number).sum());
    }

    private static Value divided(Value sum, int count) {
        if (sum instanceof Value.Duration duration)
            return new Value.Duration(duration.nanos() / count);
        return new Value.Real(sum.number() / count);
    }

    @Override
    public String toString() {
        return kind.label() + "(" + (of == null ? "" : of) + ")";
    }
}
