package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.List;
import java.util.Map;

import dev.foundation.tracing.tracestore.traceql.field.Value;

/**
 * Numbers over time.
 *
 * @param points in the order of time; steps without a value are left out
 */
public record Series(Map<String, Value> labels, List<Point> points, List<Mark> marks) {

    public Series {
        points = List.copyOf(points);
        marks = List.copyOf(marks);
    }

    /** The value of one step. */
    public record Point(int step, double value) {
    }

    /** A span that shows what the value of a step is made of. */
    public record Mark(int step, double value, Map<String, Value> labels) {
    }

    Series with(List<Point> others) {
        List<Mark> left = marks.stream().filter(mark -> others.stream().anyMatch(point -> point.step == mark.step)).toList();
        return new Series(labels, others, left);
    }
}
