package dev.foundation.tracing.deployment.sampling;

import java.nio.charset.StandardCharsets;

import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.runtime.sampling.LiveSampling;
import dev.foundation.tracing.runtime.sampling.SamplingSetup;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.CustomScopeAnnotationsBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

class SamplingProcessor {

    /** Also where nothing is traced: code that injects it must go on compiling and starting. */
    @BuildStep
    AdditionalBeanBuildItem bean() {
        return AdditionalBeanBuildItem.unremovableOf(LiveSampling.class);
    }

    // In the jar it would be found by applications, too, in which the extension is switched off.
    @BuildStep(onlyIf = TracingEnabled.class)
    void wrapSampler(BuildProducer<GeneratedResourceBuildItem> resources, BuildProducer<ServiceProviderBuildItem> services) {
        String service = AutoConfigurationCustomizerProvider.class.getName();
        String provider = SamplingSetup.class.getName();
        resources.produce(new GeneratedResourceBuildItem(ServiceProviderBuildItem.SPI_ROOT + service,
                provider.getBytes(StandardCharsets.UTF_8)));
        services.produce(new ServiceProviderBuildItem(service, provider));
    }

    @BuildStep(onlyIf = TracingEnabled.class)
    AnnotationsTransformerBuildItem oneOfEachProcessor(CustomScopeAnnotationsBuildItem scopes) {
        return new AnnotationsTransformerBuildItem(new UnscopedProcessors(scopes));
    }
}
