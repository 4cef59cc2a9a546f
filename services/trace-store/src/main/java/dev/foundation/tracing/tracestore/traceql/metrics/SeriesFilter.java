package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.UnaryOperator;

import dev.foundation.tracing.tracestore.traceql.field.Operator;

/** {@code > 10} behind a function: keeps the points of which it is true. */
record SeriesFilter(Operator operator, double limit) implements UnaryOperator<List<Series>> {

    @Override
    public List<Series> apply(List<Series> series) {
        DoublePredicate wanted = value -> operator.holds(value, limit);
        return series.stream().map(one -> one.with(one.points().stream().filter(point -> wanted.test(point.value())).toList()))
                .filter(one -> !one.points().isEmpty()).toList();
    }
}
