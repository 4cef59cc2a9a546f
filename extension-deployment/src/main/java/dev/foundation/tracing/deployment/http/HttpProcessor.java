package dev.foundation.tracing.deployment.http;

import dev.foundation.tracing.deployment.TracingEnabled;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;

@BuildSteps(onlyIf = TracingEnabled.class)
class HttpProcessor {

    // By name: the class needs quarkus-vertx-http, which an application need not have.
    private static final String TRACE_ID_HEADER = "dev.foundation.tracing.runtime.http.TraceIdHeader";

    @BuildStep
    void traceIdHeader(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.VERTX_HTTP))
            beans.produce(AdditionalBeanBuildItem.unremovableOf(TRACE_ID_HEADER));
    }
}
