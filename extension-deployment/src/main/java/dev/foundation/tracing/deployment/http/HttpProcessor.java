package dev.foundation.tracing.deployment.http;

import java.nio.charset.StandardCharsets;

import dev.foundation.tracing.deployment.TracingEnabled;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

@BuildSteps(onlyIf = TracingEnabled.class)
class HttpProcessor {

    // By name: these classes need libraries that an application need not have.
    private static final String INTEGRATION = "dev.foundation.tracing.runtime.http.";
    private static final String TRACE_ID_HEADER = INTEGRATION + "TraceIdHeader";
    private static final String SAMPLING_ROUTE = INTEGRATION + "management.SamplingRoute";
    private static final String TRACE_ID_ACCEPTANCE = INTEGRATION + "vertx.TraceIdAcceptance";
    private static final String VERTX_TRACING = INTEGRATION + "vertx.VertxTracing";
    private static final String WEB_CLIENT_TRACING = INTEGRATION + "webclient.WebClientTracing";
    private static final String REST_CLIENT_TRACING = INTEGRATION + "restclient.RestClientTracing";
    private static final String INSTRUMENTATION = INTEGRATION + "vertx.HttpInstrumentation";

    private static final String WEB_CLIENT = "io.vertx.ext.web.client.impl.WebClientInternal";
    private static final String REST_CLIENT_LISTENER = "org.eclipse.microprofile.rest.client.spi.RestClientListener";
    private static final String INSTRUMENTER_CUSTOMIZER = "io.opentelemetry.instrumentation.api.incubator.instrumenter"
            + ".InstrumenterCustomizerProvider";

    @BuildStep
    void beans(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        beans.produce(AdditionalBeanBuildItem.unremovableOf(VERTX_TRACING));
        beans.produce(AdditionalBeanBuildItem.unremovableOf(TRACE_ID_ACCEPTANCE));
        if (capabilities.isPresent(Capability.VERTX_HTTP))
            beans.produce(AdditionalBeanBuildItem.builder().addBeanClasses(TRACE_ID_HEADER, SAMPLING_ROUTE).setUnremovable()
                    .build());
        if (QuarkusClassLoader.isClassPresentAtRuntime(WEB_CLIENT))
            beans.produce(AdditionalBeanBuildItem.unremovableOf(WEB_CLIENT_TRACING));
    }

    @BuildStep
    void services(Capabilities capabilities, BuildProducer<GeneratedResourceBuildItem> resources,
            BuildProducer<ServiceProviderBuildItem> services) {
        provide(INSTRUMENTER_CUSTOMIZER, INSTRUMENTATION, resources, services);
        if (capabilities.isPresent(Capability.REST_CLIENT_REACTIVE))
            provide(REST_CLIENT_LISTENER, REST_CLIENT_TRACING, resources, services);
    }

    // In the jar they would be found by applications, too, in which the extension is switched off.
    private static void provide(String service, String provider, BuildProducer<GeneratedResourceBuildItem> resources,
            BuildProducer<ServiceProviderBuildItem> services) {
        resources.produce(new GeneratedResourceBuildItem(ServiceProviderBuildItem.SPI_ROOT + service,
                provider.getBytes(StandardCharsets.UTF_8)));
        services.produce(new ServiceProviderBuildItem(service, provider));
    }
}
