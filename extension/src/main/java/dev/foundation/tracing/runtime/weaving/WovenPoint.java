package dev.foundation.tracing.runtime.weaving;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.SpanPoint;
import dev.foundation.tracing.runtime.span.TracingFailures;
import io.quarkus.arc.Subclass;

/** What a woven method holds as a constant: its span point, and which objects have our interceptor around the method. */
final class WovenPoint {

    private final SpanPoint span;
    private final Class<?> declaringClass;
    private final String method;
    private final String descriptor;

    /** By the class that Quarkus generates for a bean, below the bean's own class. */
    private final ClassValue<Boolean> intercepted = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> generated) {
            return isCalledOn(generated.getSuperclass());
        }
    };

    WovenPoint(SpanPoint span, Class<?> declaringClass, String method, String descriptor) {
        this.span = span;
        this.declaringClass = declaringClass;
        this.method = method;
        this.descriptor = descriptor;
    }

    SpanPoint span() {
        return span;
    }

    boolean isInterceptedOn(Object target) {
        return target instanceof Subclass && intercepted.get(target.getClass());
    }

    /** The interceptors surround what callers of the bean call; a body that an overriding one calls has none around it. */
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
        return other.getName().equals(method) && !other.isBridge() && MethodType
                .methodType(other.getReturnType(), other.getParameterTypes()).toMethodDescriptorString().equals(descriptor);
    }
}
