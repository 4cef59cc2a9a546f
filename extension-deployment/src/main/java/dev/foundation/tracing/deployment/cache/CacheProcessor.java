package dev.foundation.tracing.deployment.cache;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.runtime.weaving.WeavingRecorder;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.deployment.recording.RecorderContext;

@BuildSteps(onlyIf = TracingEnabled.class)
class CacheProcessor {

    private static final String CACHE_MANAGER = "io.quarkus.cache.runtime.CacheManagerImpl";
    private static final DotName CACHE_RESULT = DotName.createSimple("io.quarkus.cache.CacheResult");

    // By name: the classes need quarkus-cache, which an application need not have.
    private static final String OURS = "dev.foundation.tracing.runtime.cache.quarkus.";
    private static final String TRACED_CACHES = OURS + "TracedCaches";
    private static final String LOCK_TIMEOUT = OURS + "LockTimeout";
    private static final String LOCK_TIMEOUT_INTERCEPTOR = OURS + "LockTimeoutInterceptor";

    @BuildStep
    void weaveCacheManager(Capabilities capabilities, BuildProducer<BytecodeTransformerBuildItem> transformers,
            BuildProducer<ValidationErrorBuildItem> errors) {
        if (capabilities.isMissing(Capability.CACHE))
            return;
        missingConstructor().ifPresentOrElse(missing -> errors.produce(new ValidationErrorBuildItem(missing)),
                () -> transformers.produce(new BytecodeTransformerBuildItem.Builder().setClassToTransform(CACHE_MANAGER)
                        .setCacheable(true).setVisitorFunction((name, visitor) -> new CacheManagerVisitor(visitor)).build()));
    }

    private static Optional<Throwable> missingConstructor() {
        try {
            boolean found = Arrays.stream(Class.forName(CACHE_MANAGER, false, Thread.currentThread().getContextClassLoader())
                    .getDeclaredConstructors())
                    .anyMatch(constructor -> Arrays.equals(constructor.getParameterTypes(), CacheManagerVisitor.PARAMETERS));
            return found ? Optional.empty() : Optional.of(unknownVersion(null));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.of(unknownVersion(e));
        }
    }

    private static Throwable unknownVersion(@Nullable Throwable cause) {
        return new IllegalStateException("Caches cannot be traced: this version of quarkus-cache has no " + CACHE_MANAGER
                + "(java.util.Map). Use Foundation Tracing for this version of Quarkus, or switch it off by "
                + "quarkus.foundation-tracing.enabled=false", cause);
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    void traceCaches(Capabilities capabilities, WeavingRecorder recorder, RecorderContext context) {
        if (capabilities.isPresent(Capability.CACHE))
            recorder.traceCaches(context.<UnaryOperator<Map<String, ?>>> newInstance(TRACED_CACHES));
    }

    @BuildStep
    void showLockTimeouts(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<AnnotationsTransformerBuildItem> annotations) {
        if (capabilities.isMissing(Capability.CACHE))
            return;
        beans.produce(new AdditionalBeanBuildItem(LOCK_TIMEOUT_INTERCEPTOR, LOCK_TIMEOUT));
        annotations.produce(new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods()
                .whenMethod(method -> waitsForALimitedTime(method.declaredAnnotation(CACHE_RESULT)))
                .transform(context -> context.add(AnnotationInstance.builder(DotName.createSimple(LOCK_TIMEOUT))
                        .add("value", context.declaration().declaredAnnotation(CACHE_RESULT).value("cacheName").asString())
                        .build()))));
    }

    private static boolean waitsForALimitedTime(@Nullable AnnotationInstance cacheResult) {
        AnnotationValue limit = cacheResult == null ? null : cacheResult.value("lockTimeout");
        return limit != null && limit.asLong() > 0;
    }
}
