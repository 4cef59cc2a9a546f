package dev.foundation.tracing.runtime.attributes;

import java.util.Map;

import jakarta.inject.Singleton;

import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;

/** Bounds the length of attributes' values where OpenTelemetry's settings do not: it has no bound by itself. */
@Singleton
public class LongestValue implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private static final String OF_SPANS = "otel.span.attribute.value.length.limit";
    private static final String OF_EVERYTHING = "otel.attribute.value.length.limit";

    private final int characters;

    LongestValue(TracingRunTimeConfig config) {
        characters = config.attributes().longestValue();
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        if (characters > 0)
            builder.addPropertiesCustomizer(this::unlessConfigured);
    }

    private Map<String, String> unlessConfigured(ConfigProperties config) {
        return config.getString(OF_SPANS) == null && config.getString(OF_EVERYTHING) == null
                ? Map.of(OF_SPANS, String.valueOf(characters))
                : Map.of();
    }
}
