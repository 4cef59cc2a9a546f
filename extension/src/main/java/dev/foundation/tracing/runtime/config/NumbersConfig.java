package dev.foundation.tracing.runtime.config;

import io.smallrye.config.WithDefault;

/** What is counted of spans. */
public interface NumbersConfig {

    /**
     * Whether the numbers of spans are metrics, by their names, where the application keeps metrics (Micrometer, or
     * OpenTelemetry with {@code quarkus.otel.metrics.enabled}). If false, they are counted all the same, for the bean
     * {@code SpanNumbers}.
     */
    @WithDefault("true")
    boolean metrics();
}
