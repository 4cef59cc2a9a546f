package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.foundation.tracing.tracestore.traceql.field.Value;

/** Collects what one series is made of. Used on one thread. */
final class SeriesBuilder {

    private static final String QUANTILE = "p";

    private final MetricsQuery query;
    private final Map<String, Value> labels;
    private final Observations observations;
    private final List<Series.Mark> marks = new ArrayList<>();

    SeriesBuilder(MetricsQuery query, Map<String, Value> labels, Steps steps) {
        this.query = query;
        this.labels = labels;
        observations = query.function().observations(steps, query.of());
    }

    void observe(int step, Value value) {
        observations.add(step, value);
    }

    void mark(int step, Value value, Map<String, Value> shown) {
        if (marks.size() < query.exemplars())
            marks.add(new Series.Mark(step, Units.seconds(value), shown));
    }

    void build(List<Series> built) {
        if (observations instanceof LogBuckets buckets)
            query.quantiles().forEach(quantile -> built.add(ofQuantile(quantile, buckets)));
        else
            built.add(ofTotals());
    }

    private Series ofTotals() {
        double[] values = observations.values(0);
        List<Series.Mark> placed = marks.stream()
                .map(mark -> Double.isNaN(mark.value()) ? new Series.Mark(mark.step(), values[mark.step()], mark.labels())
                        : mark)
                .toList();
        return new Series(labels, points(values), placed);
    }

    private Series ofQuantile(double quantile, LogBuckets buckets) {
        Map<String, Value> withQuantile = new LinkedHashMap<>(labels);
        withQuantile.put(QUANTILE, new Value.Real(quantile));
        List<Series.Mark> nearest = marks.stream().filter(mark -> nearestQuantile(mark.value(), buckets) == quantile).toList();
        return new Series(withQuantile, points(buckets.values(quantile)), nearest);
    }

    private double nearestQuantile(double value, LogBuckets buckets) {
        double nearest = Double.NaN;
        double smallest = Double.POSITIVE_INFINITY;
        for (double quantile : query.quantiles()) {
            double distance = Math.abs(value - buckets.overall(quantile));
            if (distance < smallest) {
                smallest = distance;
                nearest = quantile;
            }
        }
        return nearest;
    }

    private static List<Series.Point> points(double[] values) {
        List<Series.Point> points = new ArrayList<>();
        for (int step = 0; step < values.length; step++) {
            if (!Double.isNaN(values[step]))
                points.add(new Series.Point(step, values[step]));
        }
        return points;
    }
}
