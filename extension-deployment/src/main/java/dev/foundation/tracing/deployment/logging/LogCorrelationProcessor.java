package dev.foundation.tracing.deployment.logging;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

import org.jboss.logging.Logger;
import org.objectweb.asm.ClassReader;

import dev.foundation.tracing.deployment.TracingEnabled;
import io.opentelemetry.context.Context;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.opentelemetry.runtime.OpenTelemetryUtil;

@BuildSteps(onlyIf = TracingEnabled.class)
class LogCorrelationProcessor {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    @BuildStep
    void weave(BuildProducer<BytecodeTransformerBuildItem> transformers) {
        if (isAsKnown("setMDCData", Context.class, io.vertx.core.Context.class)
                && isAsKnown("clearMDCData", io.vertx.core.Context.class))
            transformers.produce(new BytecodeTransformerBuildItem.Builder()
                    .setClassToTransform(OpenTelemetryUtil.class.getName())
                    .setCacheable(true)
                    .setClassReaderOptions(ClassReader.EXPAND_FRAMES)
                    .setVisitorFunction((name, visitor) -> new LogContextVisitor(visitor))
                    .build());
        else
            LOG.warn("This version of Quarkus keeps trace ids for log lines in another way than is known here: each span in a "
                    + "request costs what it costs without this extension");
    }

    private static boolean isAsKnown(String name, Class<?>... parameters) {
        return Arrays.stream(OpenTelemetryUtil.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name)).anyMatch(method -> isAsKnown(method, parameters));
    }

    private static boolean isAsKnown(Method method, Class<?>... parameters) {
        return Modifier.isStatic(method.getModifiers()) && method.getReturnType() == void.class
                && Arrays.equals(method.getParameterTypes(), parameters);
    }
}
