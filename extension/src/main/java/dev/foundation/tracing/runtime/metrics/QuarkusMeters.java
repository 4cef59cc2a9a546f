package dev.foundation.tracing.runtime.metrics;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.runtime.metrics.MetricsFactory.MetricBuilder;
import io.quarkus.runtime.metrics.MetricsFactory.TimeRecorder;

/** Metrics of Quarkus's metrics extension, which is Micrometer. */
public final class QuarkusMeters implements MeterTarget {

    /** As Micrometer calls it. */
    private static final String SECONDS = "seconds";
    private static final double NANOS_PER_SECOND = 1e9;

    private final MetricsFactory factory;

    public QuarkusMeters(MetricsFactory factory) {
        this.factory = factory;
    }

    @Override
    public void counter(MeterName name, LongSupplier value) {
        builder(name).buildCounter(value, LongSupplier::getAsLong);
    }

    @Override
    public void total(MeterName name, LongSupplier nanos) {
        builder(name).unit(SECONDS).buildCounter(nanos, QuarkusMeters::seconds);
    }

    @Override
    public void longest(MeterName name, LongSupplier nanos) {
        builder(name).unit(SECONDS).buildGauge(nanos, QuarkusMeters::seconds);
    }

    private static double seconds(LongSupplier nanos) {
        return nanos.getAsLong() / NANOS_PER_SECOND;
    }

    @Override
    public DurationMeter duration(MeterName name) {
        TimeRecorder timer = builder(name).buildTimer();
        return nanos -> timer.update(nanos, TimeUnit.NANOSECONDS);
    }

    private MetricBuilder builder(MeterName name) {
        MetricBuilder builder = factory.builder(name.name(), MetricsFactory.Type.VENDOR).description(name.description());
        name.tags().forEach(builder::tag);
        return builder;
    }
}
