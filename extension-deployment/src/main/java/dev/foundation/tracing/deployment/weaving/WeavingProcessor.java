package dev.foundation.tracing.deployment.weaving;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jboss.logging.Logger;
import org.objectweb.asm.ClassReader;

import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.deployment.interception.InterceptedMethodsBuildItem;
import dev.foundation.tracing.deployment.methods.TracedMethodBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;

@BuildSteps(onlyIf = TracingEnabled.class)
class WeavingProcessor {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    // What is applied sooner sees later what visitors change. Quarkus renames a static method that has interceptors, and adds
    // one of its name that calls them: that is the one to weave, so that the span is around them.
    private static final int BEFORE_QUARKUS = -1;

    // Sorted, so that the same sources give the same bytecode.
    @BuildStep
    void weave(List<TracedMethodBuildItem> methods, InterceptedMethodsBuildItem intercepted,
            BuildProducer<BytecodeTransformerBuildItem> transformers) {
        Map<String, List<WovenMethod>> byClass = methods.stream().sorted()
                .map(method -> new WovenMethod(method, intercepted.contains(method)))
                .collect(groupingBy(method -> method.traced().className(), TreeMap::new, toList()));
        byClass.forEach((className, ofClass) -> transformers.produce(transformer(className, ofClass)));
        LOG.infof("methods with a span: %d, in %d classes; %d of them have it around their interceptors", methods.size(),
                byClass.size(), byClass.values().stream().flatMap(List::stream).filter(WovenMethod::ours).count());
    }

    private static BytecodeTransformerBuildItem transformer(String className, List<WovenMethod> methods) {
        return new BytecodeTransformerBuildItem.Builder()
                .setClassToTransform(className)
                // It depends on other classes too: on interceptors of subclasses, and on properties that are read.
                .setCacheable(false)
                .setClassReaderOptions(ClassReader.EXPAND_FRAMES)
                .setPriority(BEFORE_QUARKUS)
                .setVisitorFunction((name, visitor) -> new TracedClassVisitor(visitor, methods))
                .build();
    }
}
