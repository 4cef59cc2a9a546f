package dev.foundation.tracing.tracestore.traceql.metrics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** {@code topk(n)} and {@code bottomk(n)}: of each step the points of the n series that are highest or lowest then. */
record TopSeries(int count, boolean highest) implements UnaryOperator<List<Series>> {

    @Override
    public List<Series> apply(List<Series> series) {
        Map<Integer, PriorityQueue<Ranked>> bestByStep = new HashMap<>();
        for (int i = 0; i < series.size(); i++) {
            for (Series.Point point : series.get(i).points())
                keepBest(bestByStep.computeIfAbsent(point.step(), step -> new PriorityQueue<>(worstFirst())),
                        new Ranked(i, point.value()));
        }
        return IntStream.range(0, series.size()).mapToObj(i -> left(series.get(i), i, bestByStep))
                .filter(one -> !one.points().isEmpty()).toList();
    }

    private void keepBest(PriorityQueue<Ranked> best, Ranked candidate) {
        best.add(candidate);
        if (best.size() > count)
            best.remove();
    }

    private Comparator<Ranked> worstFirst() {
        Comparator<Ranked> byValue = Comparator.comparingDouble(Ranked::value);
        // Of equals, the one that comes first stays.
        return (highest ? byValue : byValue.reversed()).thenComparing(Comparator.comparingInt(Ranked::series).reversed());
    }

    private static Series left(Series series, int index, Map<Integer, PriorityQueue<Ranked>> bestByStep) {
        return series.with(series.points().stream().filter(point -> {
            PriorityQueue<Ranked> best = bestByStep.get(point.step());
            return best != null && best.contains(new Ranked(index, point.value()));
        }).toList());
    }

    private record Ranked(int series, double value) {
    }
}
