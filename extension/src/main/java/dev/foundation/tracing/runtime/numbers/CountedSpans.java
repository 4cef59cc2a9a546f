package dev.foundation.tracing.runtime.numbers;

import java.util.Comparator;
import java.util.List;

import jakarta.inject.Singleton;

import dev.foundation.tracing.control.SpanNumbers;
import dev.foundation.tracing.control.SpanOverhead;
import dev.foundation.tracing.control.SpanPointNumbers;
import dev.foundation.tracing.runtime.metrics.Meters;
import dev.foundation.tracing.runtime.span.Overhead;
import dev.foundation.tracing.runtime.span.SpanPoint;
import dev.foundation.tracing.runtime.span.SpanPoints;

/** The numbers of all span points as a bean, also where the extension is switched off: then there are none. */
@Singleton
public class CountedSpans implements SpanNumbers {

    private static final Comparator<SpanPointNumbers> BY_NAME = Comparator.comparing(SpanPointNumbers::name)
            .thenComparing(SpanPointNumbers::place);

    private final Overhead measured = new Overhead();

    /** @return where this run of the application measures what spans cost */
    public Overhead measured() {
        return measured;
    }

    /** Makes metrics of all numbers, of those points too that come to be known later. */
    public void countedBy(Meters meters) {
        measured.countedBy(meters);
        SpanPoints.tell(new PointMeters(meters));
    }

    @Override
    public List<SpanPointNumbers> points() {
        return SpanPoints.counted().stream().map(SpanPoint::read).sorted(BY_NAME).toList();
    }

    @Override
    public SpanOverhead overhead() {
        return measured.read();
    }
}
