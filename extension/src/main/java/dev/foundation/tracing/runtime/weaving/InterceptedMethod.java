package dev.foundation.tracing.runtime.weaving;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.TracingFailures;

/**
 * Whether callers of a bean call this very method, by the class that Quarkus generates for the bean below the bean's own. The
 * interceptors surround what those call; the body that an overriding method calls has none around it.
 */
final class InterceptedMethod extends ClassValue<Boolean> {

    private final Class<?> declaringClass;
    private final String name;
    private final String descriptor;

    InterceptedMethod(Class<?> declaringClass, String name, String descriptor) {
        this.declaringClass = declaringClass;
        this.name = name;
        this.descriptor = descriptor;
    }

    @Override
    protected Boolean computeValue(Class<?> generated) {
        return isCalledOn(generated.getSuperclass());
    }

    private boolean isCalledOn(@Nullable Class<?> beanClass) {
        try {
            Class<?> type = beanClass;
            while (type != null && Arrays.stream(type.getDeclaredMethods()).noneMatch(this::isThisMethod))
                type = type.getSuperclass();
            return type == null || type == declaringClass;
        } catch (LinkageError e) {
            TracingFailures.report("the methods of " + beanClass + " are not known", e);
            return true;
        }
    }

    private boolean isThisMethod(Method other) {
        return other.getName().equals(name) && !other.isBridge() && MethodType
                .methodType(other.getReturnType(), other.getParameterTypes()).toMethodDescriptorString().equals(descriptor);
    }
}
