package dev.foundation.tracing.runtime.sampling;

import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;

/**
 * Puts our sampler around the one that OpenTelemetry would use. OpenTelemetry finds it by name, and asks it after all beans
 * that
 * customize it, which are asked in no order: so what it wraps is what they have made of the configured sampler.
 */
public final class SamplingSetup implements AutoConfigurationCustomizerProvider {

    @Override
    public void customize(AutoConfigurationCustomizer openTelemetry) {
        ArcContainer beans = Arc.container();
        OTelRuntimeConfig config = beans.instance(OTelRuntimeConfig.class).get();
        if (config.sdkDisabled() || !beans.instance(TracingRunTimeConfig.class).get().active())
            return;
        LiveSampling sampling = beans.instance(LiveSampling.class).get();
        openTelemetry.addSamplerCustomizer((configured, properties) -> sampling.around(configured,
                SuppressedRequests.of(config)));
        openTelemetry.addSpanProcessorCustomizer((processor, properties) -> {
            sampling.exporting().add(processor);
            return processor;
        });
        openTelemetry.addTracerProviderCustomizer((provider, properties) -> {
            sampling.exporting().addThoseThatExport(beans.listAll(SpanProcessor.class));
            return provider.addSpanProcessor(sampling.processor());
        });
    }

    /** The last of all. */
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }
}
