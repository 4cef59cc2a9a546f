package dev.foundation.tracing.runtime.numbers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;

import dev.foundation.tracing.control.SpanPointNumbers;
import dev.foundation.tracing.runtime.metrics.MeterName;
import dev.foundation.tracing.runtime.metrics.Meters;
import dev.foundation.tracing.runtime.span.SpanPoint;

/** All points whose spans have one name, as metrics. */
final class NamedSpans {

    private static final String SPAN = "foundation.tracing.span.";
    private static final String SPANS = "{span}";
    private static final String SECONDS = "s";

    private final List<SpanPoint> points = new CopyOnWriteArrayList<>();
    private final Map<String, String> tags;

    NamedSpans(String name, Meters meters) {
        this.tags = Map.of("span.name", name);
        meters.counter(name("started", "Spans that were recorded", SPANS), () -> sum(SpanPointNumbers::started));
        meters.counter(name("ended", "Spans that have ended", SPANS), () -> sum(SpanPointNumbers::ended));
        meters.counter(name("failed", "Spans that ended and had failed", SPANS), () -> sum(SpanPointNumbers::failed));
        meters.counter(name("sampled_out", "Spans that were not recorded, as their trace is not sampled", SPANS),
                () -> sum(SpanPointNumbers::droppedBySampling));
        meters.total(name("time", "How long the spans that ended took in all", SECONDS),
                () -> sum(numbers -> numbers.total().toNanos()));
        meters.longest(name("duration.max", "How long the span took that took longest", SECONDS), this::worst);
    }

    private MeterName name(String of, String description, String unit) {
        return new MeterName(SPAN + of, description, unit, tags);
    }

    synchronized void add(SpanPoint point) {
        if (!points.contains(point))
            points.add(point);
    }

    private long sum(ToLongFunction<SpanPointNumbers> number) {
        return points.stream().map(SpanPoint::read).mapToLong(number).sum();
    }

    private long worst() {
        return points.stream().map(SpanPoint::read).map(SpanPointNumbers::worst).mapToLong(Duration::toNanos).max().orElse(0);
    }
}
