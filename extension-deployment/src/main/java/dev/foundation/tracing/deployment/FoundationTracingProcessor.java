package dev.foundation.tracing.deployment;

import dev.foundation.tracing.runtime.TracingRecorder;
import io.quarkus.arc.deployment.OpenTelemetrySdkBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;
import io.quarkus.vertx.core.deployment.CoreVertxBuildItem;

class FoundationTracingProcessor {

    private static final String FEATURE = "foundation-tracing";

    @BuildStep(onlyIf = TracingEnabled.class)
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    // The OpenTelemetry bean is a synthetic one: only after it can be had do API and woven code get their tracer.
    @BuildStep(onlyIf = TracingEnabled.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    void connect(TracingRecorder recorder, OpenTelemetrySdkBuildItem sdk, CoreVertxBuildItem vertx,
            MetersBuildItem meters, OTelBuildConfig openTelemetry, ShutdownContextBuildItem shutdown) {
        recorder.connect(sdk.isRuntimeEnabled(), vertx.getVertx(), meters.meters(), meters.openTelemetryMetrics(),
                openTelemetry.logs().enabled().orElse(false), shutdown);
    }

    @BuildStep(onlyIfNot = TracingEnabled.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    void connectContexts(TracingRecorder recorder, ShutdownContextBuildItem shutdown) {
        recorder.connectContexts(shutdown);
    }
}
