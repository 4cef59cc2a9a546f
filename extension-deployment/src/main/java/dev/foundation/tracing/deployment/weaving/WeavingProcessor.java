package dev.foundation.tracing.deployment.weaving;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.TreeMap;

import org.objectweb.asm.ClassReader;

import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.deployment.methods.TracedMethodBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;

@BuildSteps(onlyIf = TracingEnabled.class)
class WeavingProcessor {

    // Sorted, so that the same sources give the same bytecode.
    @BuildStep
    void weave(List<TracedMethodBuildItem> methods, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        methods.stream().sorted().collect(groupingBy(TracedMethodBuildItem::className, TreeMap::new, toList()))
                .forEach((className, ofClass) -> transformers.produce(transformer(className, ofClass)));
    }

    private static BytecodeTransformerBuildItem transformer(String className, List<TracedMethodBuildItem> methods) {
        return new BytecodeTransformerBuildItem.Builder()
                .setClassToTransform(className)
                .setCacheable(true)
                .setClassReaderOptions(ClassReader.EXPAND_FRAMES)
                .setVisitorFunction((name, visitor) -> new TracedClassVisitor(visitor, methods))
                .build();
    }
}
