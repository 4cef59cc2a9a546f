package dev.foundation.tracing.deployment.export;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.foundation.tracing.deployment.MetersBuildItem;
import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.runtime.ExportRecorder;
import dev.foundation.tracing.runtime.attributes.CardinalityGuard;
import dev.foundation.tracing.runtime.attributes.LongestValue;
import dev.foundation.tracing.runtime.export.CountedProcessors;
import dev.foundation.tracing.runtime.export.SpanExports;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.vertx.core.deployment.CoreVertxBuildItem;

@BuildSteps(onlyIf = TracingEnabled.class)
class ExportProcessor {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    @BuildStep
    void weave(BuildProducer<BytecodeTransformerBuildItem> transformers) {
        for (ExportCode code : ExportCode.ALL) {
            if (code.isAsKnown())
                transformers.produce(new BytecodeTransformerBuildItem.Builder()
                        .setClassToTransform(code.className())
                        .setCacheable(true)
                        .setVisitorFunction((name, visitor) -> new ExportCodeVisitor(visitor, code))
                        .build());
            else
                LOG.warnf("This version has no %s as it is known here: %s", code.className(), code.loss());
        }
    }

    // As the beans are made after all that is recorded for one of them, exporters are made after this.
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void watch(ExportRecorder recorder, MetersBuildItem meters, CoreVertxBuildItem vertx, ShutdownContextBuildItem shutdown,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        RuntimeValue<CardinalityGuard> guard = recorder.guard();
        beans.produce(bean(CardinalityGuard.class, guard));
        beans.produce(
                bean(SpanExports.class, recorder.watch(guard, meters.meters(), vertx.getVertx(), shutdown)));
    }

    private static SyntheticBeanBuildItem bean(Class<?> type, RuntimeValue<?> value) {
        return SyntheticBeanBuildItem.configure(type).scope(Singleton.class).unremovable().setRuntimeInit()
                .runtimeValue(value).done();
    }

    @BuildStep
    AdditionalBeanBuildItem customizers() {
        return AdditionalBeanBuildItem.builder().addBeanClasses(CountedProcessors.class, LongestValue.class).setUnremovable()
                .build();
    }
}
