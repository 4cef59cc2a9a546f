package dev.foundation.tracing.tracestore.traceql.pipeline;

import java.util.List;
import java.util.function.BiConsumer;

import dev.foundation.tracing.tracestore.traceql.field.Field;
import dev.foundation.tracing.tracestore.traceql.field.FieldExpression;

/** Stages, each of which gets what the one before it left. */
public record Pipeline(List<Stage> stages) implements Stage {

    public Pipeline {
        stages = List.copyOf(stages);
    }

    @Override
    public List<SpanSet> apply(List<SpanSet> sets) {
        List<SpanSet> left = sets;
        for (Stage stage : stages) {
            if (left.isEmpty())
                return left;
            left = stage.apply(left);
        }
        return left;
    }

    @Override
    public void shown(BiConsumer<Field, FieldExpression> receiver) {
        stages.forEach(stage -> stage.shown(receiver));
    }
}
