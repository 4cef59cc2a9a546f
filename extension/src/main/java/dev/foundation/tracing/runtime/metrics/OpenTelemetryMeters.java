package dev.foundation.tracing.runtime.metrics;

import java.util.function.LongSupplier;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;

/** OpenTelemetry's metrics. */
public final class OpenTelemetryMeters implements MeterTarget {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Meter meter;

    public OpenTelemetryMeters(Meter meter) {
        this.meter = meter;
    }

    @Override
    public void counter(MeterName name, LongSupplier value) {
        Attributes attributes = attributes(name);
        meter.counterBuilder(name.name()).setDescription(name.description()).setUnit(name.unit())
                .buildWithCallback(measurement -> measurement.record(value.getAsLong(), attributes));
    }

    @Override
    public void total(MeterName name, LongSupplier nanos) {
        Attributes attributes = attributes(name);
        meter.counterBuilder(name.name()).setDescription(name.description()).setUnit(name.unit()).ofDoubles()
                .buildWithCallback(measurement -> measurement.record(nanos.getAsLong() / NANOS_PER_SECOND, attributes));
    }

    @Override
    public void longest(MeterName name, LongSupplier nanos) {
        Attributes attributes = attributes(name);
        meter.gaugeBuilder(name.name()).setDescription(name.description()).setUnit(name.unit())
                .buildWithCallback(measurement -> measurement.record(nanos.getAsLong() / NANOS_PER_SECOND, attributes));
    }

    @Override
    public DurationMeter duration(MeterName name) {
        Attributes attributes = attributes(name);
        DoubleHistogram histogram = meter.histogramBuilder(name.name()).setDescription(name.description()).setUnit(name.unit())
                .build();
        return nanos -> histogram.record(nanos / NANOS_PER_SECOND, attributes);
    }

    private static Attributes attributes(MeterName name) {
        AttributesBuilder attributes = Attributes.builder();
        name.tags().forEach((key, value) -> attributes.put(key, value));
        return attributes.build();
    }
}
