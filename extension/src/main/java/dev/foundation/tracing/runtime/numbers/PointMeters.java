package dev.foundation.tracing.runtime.numbers;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import dev.foundation.tracing.runtime.metrics.Meters;
import dev.foundation.tracing.runtime.span.SpanPoint;

/**
 * Offers the numbers of span points as metrics, by the spans' names: as many as a keeper of metrics bears, and those beyond as
 * one. A point is told of once, on the thread that uses it for the first time.
 */
final class PointMeters implements Consumer<SpanPoint> {

    private static final int MOST_NAMES = 500;
    private static final String BEYOND = "<other span names>";

    private final Map<String, NamedSpans> byName = new HashMap<>();
    private final Meters meters;
    private final int mostNames;

    PointMeters(Meters meters) {
        this(meters, MOST_NAMES);
    }

    PointMeters(Meters meters, int mostNames) {
        this.meters = meters;
        this.mostNames = mostNames;
    }

    @Override
    public synchronized void accept(SpanPoint point) {
        boolean beyond = byName.size() >= mostNames && !byName.containsKey(point.name());
        byName.computeIfAbsent(beyond ? BEYOND : point.name(), name -> new NamedSpans(name, meters)).add(point);
    }
}
