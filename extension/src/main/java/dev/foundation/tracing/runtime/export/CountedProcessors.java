package dev.foundation.tracing.runtime.export;

import jakarta.inject.Singleton;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;

/** Counts what is given to exporters that OpenTelemetry makes by itself, or that are the application's beans. */
@Singleton
public class CountedProcessors implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private final SpanExports exports;

    CountedProcessors(SpanExports exports) {
        this.exports = exports;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addSpanProcessorCustomizer((processor, config) -> exports.counted(processor));
    }
}
