package dev.foundation.tracing.runtime.export;

import java.util.function.LongConsumer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.context.Context;

/**
 * Metrics for a {@code BatchSpanProcessor} alone. A span that its queue has no room for is told of nowhere else, and at no
 * other moment.
 */
final class QueueMeters implements MeterProvider, MeterBuilder, Meter {

    private static final AttributeKey<Boolean> DROPPED = AttributeKey.booleanKey("dropped");
    /** As OpenTelemetry is going to say it. */
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private final Meter others = MeterProvider.noop().get("");
    private final LongConsumer dropped;

    QueueMeters(LongConsumer dropped) {
        this.dropped = dropped;
    }

    @Override
    public MeterBuilder meterBuilder(String scope) {
        return this;
    }

    @Override
    public MeterBuilder setSchemaUrl(String url) {
        return this;
    }

    @Override
    public MeterBuilder setInstrumentationVersion(String version) {
        return this;
    }

    @Override
    public Meter build() {
        return this;
    }

    @Override
    public LongCounterBuilder counterBuilder(String name) {
        return new Counters(others.counterBuilder(name), dropped);
    }

    @Override
    public LongUpDownCounterBuilder upDownCounterBuilder(String name) {
        return others.upDownCounterBuilder(name);
    }

    @Override
    public DoubleHistogramBuilder histogramBuilder(String name) {
        return others.histogramBuilder(name);
    }

    @Override
    public DoubleGaugeBuilder gaugeBuilder(String name) {
        return others.gaugeBuilder(name);
    }

    private record Counters(LongCounterBuilder others, LongConsumer dropped) implements LongCounterBuilder {

        @Override
        public LongCounterBuilder setDescription(String description) {
            return this;
        }

        @Override
        public LongCounterBuilder setUnit(String unit) {
            return this;
        }

        @Override
        public DoubleCounterBuilder ofDoubles() {
            return others.ofDoubles();
        }

        @Override
        public LongCounter build() {
            return new Dropped(dropped);
        }

        @Override
        public ObservableLongCounter buildWithCallback(java.util.function.Consumer<ObservableLongMeasurement> callback) {
            return others.buildWithCallback(callback);
        }
    }

    private record Dropped(LongConsumer dropped) implements LongCounter {

        @Override
        public void add(long spans) {
            // without attributes nothing tells what is counted
        }

        @Override
        public void add(long spans, Attributes what) {
            if (Boolean.TRUE.equals(what.get(DROPPED)) || what.get(ERROR_TYPE) != null)
                dropped.accept(spans);
        }

        @Override
        public void add(long spans, Attributes what, Context context) {
            add(spans, what);
        }
    }
}
