package dev.foundation.tracing.deployment;

import dev.foundation.tracing.runtime.TracingRecorder;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.metrics.MetricsFactoryConsumerBuildItem;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;

@BuildSteps(onlyIf = TracingEnabled.class)
class MetricsProcessor {

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    MetersBuildItem meters(TracingRecorder recorder, OTelBuildConfig openTelemetry) {
        return new MetersBuildItem(recorder.meters(), openTelemetry.metrics().enabled().orElse(false));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    MetricsFactoryConsumerBuildItem readByMetricsExtension(TracingRecorder recorder, MetersBuildItem meters) {
        return new MetricsFactoryConsumerBuildItem(recorder.readBy(meters.meters()), ExecutionTime.RUNTIME_INIT);
    }
}
