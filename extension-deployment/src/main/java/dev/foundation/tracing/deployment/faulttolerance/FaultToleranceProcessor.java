package dev.foundation.tracing.deployment.faulttolerance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;

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
        List<String> unknown = Stream
                .concat(WovenLibraryMethod.ALL.stream().filter(method -> !method.isKnown()).map(WovenLibraryMethod::toString),
                        GuardedCodeField.isKnown() ? Stream.empty() : Stream.of(GuardedCodeField.CLASS))
                .toList();
        if (!unknown.isEmpty()) {
            LOG.warnf("This version of SmallRye Fault Tolerance is not one that is known here, so guarded calls have no spans; "
                    + "methods with @Traced have theirs. Not as expected: %s. Set "
                    + "quarkus.foundation-tracing.fault-tolerance.enabled=false to be spared this line.", unknown);
            return;
        }
        recorder.install(GUARD_TRACING);
        transformers.produce(transformer(GuardedCodeField.CLASS, GuardedCodeField::new));
        WovenLibraryMethod.ALL.stream().collect(groupingBy(WovenLibraryMethod::className, TreeMap::new, toList()))
                .forEach((className, methods) -> transformers
                        .produce(transformer(className, visitor -> new LibraryClassVisitor(visitor, methods))));
    }

    private static BytecodeTransformerBuildItem transformer(String className, UnaryOperator<ClassVisitor> weaving) {
        return new BytecodeTransformerBuildItem.Builder()
                .setClassToTransform(className)
                .setCacheable(true)
                .setClassReaderOptions(ClassReader.EXPAND_FRAMES)
                .setVisitorFunction((name, visitor) -> weaving.apply(visitor))
                .build();
    }
}
