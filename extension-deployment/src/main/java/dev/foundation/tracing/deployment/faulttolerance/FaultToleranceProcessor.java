package dev.foundation.tracing.deployment.faulttolerance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.TreeMap;

import org.jboss.logging.Logger;
import org.objectweb.asm.ClassReader;

import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.runtime.config.TracingBuildTimeConfig;
import dev.foundation.tracing.runtime.weaving.GuardsRecorder;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;

@BuildSteps(onlyIf = TracingEnabled.class)
class FaultToleranceProcessor {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    // By name: the class needs the library, which an application need not have.
    private static final String GUARD_TRACING = "dev.foundation.tracing.runtime.faulttolerance.GuardTracing";

    // Before anything runs: what is guarded from then on is traced for good.
    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    void traceGuards(Capabilities capabilities, TracingBuildTimeConfig config, GuardsRecorder recorder,
            BuildProducer<BytecodeTransformerBuildItem> transformers) {
        if (capabilities.isMissing(Capability.SMALLRYE_FAULT_TOLERANCE) || !config.faultTolerance().enabled())
            return;
        List<WovenLibraryMethod> unknown = WovenLibraryMethod.ALL.stream().filter(method -> !LibraryShape.has(method)).toList();
        if (unknown.isEmpty()) {
            recorder.install(GUARD_TRACING);
            WovenLibraryMethod.ALL.stream().collect(groupingBy(WovenLibraryMethod::className, TreeMap::new, toList()))
                    .forEach((className, methods) -> transformers.produce(transformer(className, methods)));
        } else {
            LOG.warnf(
                    "This version of SmallRye Fault Tolerance is not the one that is known here, so guarded calls have no spans "
                            + "of attempts; methods with @Traced have theirs. Not found: %s. Set "
                            + "quarkus.foundation-tracing.fault-tolerance.enabled=false to be spared this line.",
                    unknown);
        }
    }

    private static BytecodeTransformerBuildItem transformer(String className, List<WovenLibraryMethod> methods) {
        return new BytecodeTransformerBuildItem.Builder()
                .setClassToTransform(className)
                .setCacheable(true)
                .setClassReaderOptions(ClassReader.EXPAND_FRAMES)
                .setVisitorFunction((name, visitor) -> new LibraryClassVisitor(visitor, methods))
                .build();
    }
}
