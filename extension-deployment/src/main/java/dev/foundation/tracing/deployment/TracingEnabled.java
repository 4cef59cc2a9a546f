package dev.foundation.tracing.deployment;

import java.util.function.BooleanSupplier;

import dev.foundation.tracing.runtime.config.TracingBuildTimeConfig;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;

/** Build steps run only if neither this extension nor OpenTelemetry's traces are switched off for this build. */
public final class TracingEnabled implements BooleanSupplier {

    private final TracingBuildTimeConfig tracing;
    private final OTelBuildConfig openTelemetry;

    TracingEnabled(TracingBuildTimeConfig tracing, OTelBuildConfig openTelemetry) {
        this.tracing = tracing;
        this.openTelemetry = openTelemetry;
    }

    @Override
    public boolean getAsBoolean() {
        return tracing.enabled() && openTelemetry.enabled() && openTelemetry.traces().enabled().orElse(true);
    }
}
