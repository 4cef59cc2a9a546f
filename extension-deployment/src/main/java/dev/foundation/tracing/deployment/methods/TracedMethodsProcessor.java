package dev.foundation.tracing.deployment.methods;

import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.logging.Logger;

import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.runtime.config.TracingBuildTimeConfig;
import dev.foundation.tracing.runtime.config.TracingBuildTimeConfig.WithSpanOnBeans;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

@BuildSteps(onlyIf = TracingEnabled.class)
class TracedMethodsProcessor {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    private final TracingBuildTimeConfig config;

    TracedMethodsProcessor(TracingBuildTimeConfig config) {
        this.config = config;
    }

    @BuildStep
    void find(CombinedIndexBuildItem combinedIndex, BuildProducer<TracedMethodBuildItem> methods,
            BuildProducer<ValidationErrorBuildItem> errors) {
        IndexView index = combinedIndex.getIndex();
        warnOfConstructors(index);
        Mistakes mistakes = new Mistakes();
        SpanPipeline pipeline = new SpanPipeline(index);
        SpanMethodChecks checks = new SpanMethodChecks(pipeline, mistakes);
        ParameterAttributes parameters = new ParameterAttributes(index, mistakes);
        AsyncTypes asyncTypes = new AsyncTypes(index);
        boolean quarkusMakesWithSpan = config.withSpanOnBeans() == WithSpanOnBeans.QUARKUS;
        for (SpanMethod span : new SpanMethods(index, pipeline, quarkusMakesWithSpan).find(patterns(index, mistakes))) {
            if (checks.check(span))
                methods.produce(new TracedMethodBuildItem(span, parameters.of(span), asyncTypes.mayBe(span.method())));
        }
        if (!mistakes.found().isEmpty())
            errors.produce(new ValidationErrorBuildItem(mistakes.found()));
    }

    private List<MethodPattern> patterns(IndexView index, Mistakes mistakes) {
        List<String> texts = config.methods().orElse(List.of());
        texts.stream().filter(text -> !MethodPattern.isGood(text))
                .forEach(text -> mistakes.add("quarkus.foundation-tracing.methods: '%s' is no pattern of methods: write %s"
                        .formatted(text, MethodPattern.RULE)));
        List<MethodPattern> patterns = texts.stream().filter(MethodPattern::isGood).map(MethodPattern::parse).toList();
        patterns.stream().filter(pattern -> matchesNothing(index, pattern))
                .forEach(pattern -> mistakes.add(
                        ("quarkus.foundation-tracing.methods: '%s' matches no method with a body in an indexed class: "
                                + "correct or remove it").formatted(pattern)));
        return patterns;
    }

    private static boolean matchesNothing(IndexView index, MethodPattern pattern) {
        return index.getKnownClasses().stream().filter(pattern::matches).flatMap(type -> type.methods().stream())
                .noneMatch(method -> pattern.matches(method) && SpanMethods.isWritten(method));
    }

    /** A warning, not a mistake: OpenTelemetry allows it, and Quarkus ignores it as well. */
    private static void warnOfConstructors(IndexView index) {
        for (AnnotationInstance withSpan : index.getAnnotations(SpanMethods.WITH_SPAN)) {
            AnnotationTarget target = withSpan.target();
            if (target.kind() == AnnotationTarget.Kind.METHOD && target.asMethod().isConstructor())
                LOG.warnf("@WithSpan on the constructor of %s makes no span: before the constructor of its superclass has run, "
                        + "no code may be woven around it. Annotate a method that creates the object instead.",
                        target.asMethod().declaringClass().name());
        }
    }
}
