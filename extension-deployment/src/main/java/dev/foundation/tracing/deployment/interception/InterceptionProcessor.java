package dev.foundation.tracing.deployment.interception;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import dev.foundation.tracing.deployment.TracingEnabled;
import dev.foundation.tracing.deployment.methods.TracedMethodBuildItem;
import dev.foundation.tracing.runtime.weaving.TracedCall;
import dev.foundation.tracing.runtime.weaving.TracedInterceptor;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.BeanArchiveIndexBuildItem;
import io.quarkus.arc.deployment.InterceptorBindingRegistrarBuildItem;
import io.quarkus.arc.deployment.TransformedAnnotationsBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;

@BuildSteps(onlyIf = TracingEnabled.class)
class InterceptionProcessor {

    private static final DotName WITH_SPAN = DotName.createSimple(WithSpan.class);

    /** After all others, so that bindings are seen which other extensions add. */
    private static final int LAST = 0;

    @BuildStep
    AdditionalBeanBuildItem interceptor() {
        return new AdditionalBeanBuildItem(TracedInterceptor.class, TracedCall.class);
    }

    @BuildStep
    AnnotationsTransformerBuildItem surroundInterceptors(List<TracedMethodBuildItem> methods, BeanArchiveIndexBuildItem index,
            List<InterceptorBindingRegistrarBuildItem> registrars) {
        Map<MethodInfo, String> resultKeys = methods.stream()
                .filter(method -> method.canBeIntercepted() && !method.quarkusMakesItOnBeans())
                .collect(toMap(TracedMethodBuildItem::method, TracedMethodBuildItem::resultKey));
        InterceptorBindings bindings = new InterceptorBindings(index.getIndex(),
                registrars.stream().map(InterceptorBindingRegistrarBuildItem::getInterceptorBindingRegistrar).toList());
        return new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods().priority(LAST)
                .whenMethod(resultKeys::containsKey).transform(context -> {
                    MethodInfo method = context.declaration().asMethod();
                    if (bindings.surround(method, context.annotations()))
                        context.add(AnnotationInstance.builder(TracedCall.class)
                                .add("resultKey", resultKeys.getOrDefault(method, "")).build());
                }));
    }

    @BuildStep
    InterceptedMethodsBuildItem intercepted(List<TracedMethodBuildItem> methods, TransformedAnnotationsBuildItem annotations) {
        return new InterceptedMethodsBuildItem(methods.stream()
                .filter(method -> annotations.hasAnnotation(method.method(), TracedCall.class)).toList());
    }

    // Where the span is ours, Quarkus must not see the annotation: it would refuse a private method, fail to start because of a
    // static one, and make a second span of any other.
    @BuildStep
    AnnotationsTransformerBuildItem hideWithSpan(List<TracedMethodBuildItem> methods) {
        Set<MethodInfo> ours = methods.stream().filter(method -> !method.quarkusMakesItOnBeans())
                .map(TracedMethodBuildItem::method).filter(method -> method.hasDeclaredAnnotation(WITH_SPAN))
                .collect(toSet());
        return new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods().whenMethod(ours::contains)
                .transform(context -> context.remove(annotation -> annotation.name().equals(WITH_SPAN))));
    }
}
