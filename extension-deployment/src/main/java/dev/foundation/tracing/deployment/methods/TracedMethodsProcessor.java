package dev.foundation.tracing.deployment.methods;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.deployment.TracingEnabled;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

@BuildSteps(onlyIf = TracingEnabled.class)
class TracedMethodsProcessor {

    private static final DotName TRACED = DotName.createSimple(Traced.class);

    @BuildStep
    void find(CombinedIndexBuildItem index, BuildProducer<TracedMethodBuildItem> methods,
            BuildProducer<ValidationErrorBuildItem> errors) {
        List<Throwable> mistakes = new ArrayList<>();
        for (AnnotationInstance traced : index.getIndex().getAnnotations(TRACED)) {
            if (isDeclared(traced.target()))
                check(traced.target().asMethod(), traced.value(), methods, mistakes);
        }
        if (!mistakes.isEmpty())
            errors.produce(new ValidationErrorBuildItem(mistakes));
    }

    /** The compiler copies annotations to the bridges it adds, which call the method that was declared. */
    private static boolean isDeclared(AnnotationTarget target) {
        return target.kind() == AnnotationTarget.Kind.METHOD && !target.asMethod().isBridge();
    }

    private static void check(MethodInfo method, AnnotationValue value, BuildProducer<TracedMethodBuildItem> methods,
            List<Throwable> mistakes) {
        String given = value == null ? "" : value.asString();
        String name = given.isEmpty() ? SpanNames.defaultFor(method) : given;
        if (!TracedMethods.hasBody(method))
            mistakes.add(TracedMethods.withoutBody(method));
        else if (!SpanNames.isGood(name))
            mistakes.add(TracedMethods.badName(method, name));
        else
            methods.produce(new TracedMethodBuildItem(method.declaringClass().name().toString(), method.name(),
                    method.descriptor(), name));
    }
}
