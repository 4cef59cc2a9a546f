package dev.foundation.tracing.deployment;

import dev.foundation.tracing.runtime.metrics.Meters;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** What counts for a run of the application, and whether OpenTelemetry has metrics in this build. */
public final class MetersBuildItem extends SimpleBuildItem {

    private final RuntimeValue<Meters> meters;
    private final boolean openTelemetryMetrics;

    MetersBuildItem(RuntimeValue<Meters> meters, boolean openTelemetryMetrics) {
        this.meters = meters;
        this.openTelemetryMetrics = openTelemetryMetrics;
    }

    public RuntimeValue<Meters> meters() {
        return meters;
    }

    boolean openTelemetryMetrics() {
        return openTelemetryMetrics;
    }
}
