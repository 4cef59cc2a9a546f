package dev.foundation.tracing.runtime.http.vertx;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.quarkus.arc.All;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;

/** Puts the generator of ids in place where the setting asks for it. A bean of applications that have Quarkus's HTTP server. */
@Singleton
public class TraceIdAcceptance implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private final TracingRunTimeConfig config;
    private final List<IdGenerator> generators;

    TraceIdAcceptance(TracingRunTimeConfig config, @All List<IdGenerator> generators) {
        this.config = config;
        this.generators = generators;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder sdk) {
        if (!config.active() || !config.http().acceptTraceId())
            return;
        IdGenerator others = generators.isEmpty() ? IdGenerator.random() : generators.get(0);
        IdGenerator generator = new AcceptingIdGenerator(others);
        // Added while the SDK is built, so that it comes after Quarkus's, which sets the application's own generator.
        sdk.addPropertiesCustomizer(properties -> {
            sdk.addTracerProviderCustomizer((tracers, ignored) -> tracers.setIdGenerator(generator));
            return Map.of();
        });
    }
}
