package dev.foundation.tracing.runtime.weaving;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.TracingFailures;

/**
 * What the build wove beside an intercepted method: a static method with the same parameters that opens the span and sets its
 * attributes, so that there is one way to make a span of a method, wherever it is put.
 */
final class WovenEntries {

    /** What stands before the method's name in that of its entry. */
    private static final String PREFIX = "traced$";

    // As many as the application has intercepted methods; a class loader that goes takes its classes with it.
    private static final ClassValue<Map<Method, WovenEntries>> BY_METHOD = new ClassValue<>() {
        @Override
        protected Map<Method, WovenEntries> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private static final MethodType FROM_ARRAY = MethodType.methodType(Object.class, Object[].class);

    private final @Nullable MethodHandle entry;

    private WovenEntries(@Nullable MethodHandle entry) {
        this.entry = entry;
    }

    static WovenEntries of(Method method) {
        Map<Method, WovenEntries> known = BY_METHOD.get(method.getDeclaringClass());
        WovenEntries entry = known.get(method);
        return entry == null ? known.computeIfAbsent(method, WovenEntries::find) : entry;
    }

    private static WovenEntries find(Method method) {
        try {
            Method entry = method.getDeclaringClass().getDeclaredMethod(PREFIX + method.getName(), method.getParameterTypes());
            entry.setAccessible(true);
            return new WovenEntries(MethodHandles.lookup().unreflect(entry)
                    .asSpreader(Object[].class, method.getParameterCount()).asType(FROM_ARRAY));
        } catch (ReflectiveOperationException | RuntimeException e) {
            TracingFailures.report(method + " was not woven", e);
            return new WovenEntries(null);
        }
    }

    /** @return the span, or null if this call has none */
    @Nullable
    Object enter(Object[] parameters) {
        try {
            return entry == null ? null : entry.invokeExact(parameters);
        } catch (Throwable e) {
            TracingFailures.report("a span was not started", e);
            return null;
        }
    }
}
