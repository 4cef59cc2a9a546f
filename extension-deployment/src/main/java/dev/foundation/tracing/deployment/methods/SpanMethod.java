package dev.foundation.tracing.deployment.methods;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.opentelemetry.api.trace.SpanKind;

/**
 * A method that somebody wants to have a span, as he said it, unchecked.
 *
 * @param by what says so, for people: {@code @Traced}, or a setting
 * @param name the span's name, or the default
 * @param freeName whether the name may be any text, as OpenTelemetry's annotation allows
 * @param constants attributes as {@code key=value}
 * @param resultKey the attribute for the result; empty for none
 * @param root whether the span begins a trace of its own
 * @param quarkusMakesItOnBeans whether Quarkus's interceptor makes the span where the method belongs to a bean
 */
record SpanMethod(MethodInfo method, String by, String name, boolean freeName, SpanKind kind, List<String> constants,
        String resultKey, boolean root, boolean quarkusMakesItOnBeans) {

    private static final List<DotName> CALLED_BY_THE_CONTAINER = Stream
            .of("jakarta.annotation.PostConstruct", "jakarta.annotation.PreDestroy", "jakarta.interceptor.AroundInvoke",
                    "jakarta.inject.Inject")
            .map(DotName::createSimple).toList();
    private static final DotName CONTINUATION = DotName.createSimple("kotlin.coroutines.Continuation");

    SpanMethod {
        constants = List.copyOf(constants);
    }

    boolean canBeIntercepted() {
        return canBeIntercepted(method);
    }

    /**
     * CDI's interceptors surround what a bean's class has or inherits from classes, but not an interface's default methods, nor
     * what the container calls while it makes or destroys an instance.
     */
    static boolean canBeIntercepted(MethodInfo method) {
        return !Modifier.isStatic(method.flags()) && !Modifier.isPrivate(method.flags())
                && !method.declaringClass().isInterface()
                && CALLED_BY_THE_CONTAINER.stream().noneMatch(method::hasDeclaredAnnotation);
    }

    static boolean hasBody(MethodInfo method) {
        return !Modifier.isAbstract(method.flags()) && !Modifier.isNative(method.flags());
    }

    /** Whether it is a suspending function of Kotlin, which returns at its first suspension. */
    static boolean isSuspending(MethodInfo method) {
        List<Type> parameters = method.parameterTypes();
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).name().equals(CONTINUATION);
    }

    static SpanMethod of(MethodInfo method, String by, String name) {
        return new SpanMethod(method, by, name, false, SpanKind.INTERNAL, List.of(), "", false, false);
    }
}
