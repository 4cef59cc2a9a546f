package dev.foundation.tracing.runtime.metrics;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.runtime.metrics.MetricsFactory.MetricBuilder;
import io.quarkus.runtime.metrics.MetricsFactory.TimeRecorder;

/** Metrics of Quarkus's metrics extension, which is Micrometer. */
public final class QuarkusMeters implements MeterTarget {

    private final MetricsFactory factory;

    public QuarkusMeters(MetricsFactory factory) {
        this.factory = factory;
    }

    @Override
    public void counter(MeterName name, LongSupplier value) {
        builder(name).buildCounter(value, LongSupplier::getAsLong);
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
