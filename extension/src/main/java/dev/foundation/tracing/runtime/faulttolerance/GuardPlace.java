package dev.foundation.tracing.runtime.faulttolerance;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.interceptor.InvocationContext;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.runtime.span.DefaultSpanNames;
import dev.foundation.tracing.runtime.span.SpanPoint;
import dev.foundation.tracing.runtime.span.SpanPoints;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.faulttolerance.core.FaultToleranceContext;
import io.smallrye.faulttolerance.core.metrics.MeteredOperationName;
import io.smallrye.faulttolerance.internal.InterceptionPoint;

/** Where calls are guarded, which is what their spans are called after unless they have some already. */
final class GuardPlace {

    private static final String UNDESCRIBED = "guard.call";
    /** What Quarkus appends to the name of a REST client's interface for the bean that implements it. */
    private static final String GENERATED = "$$";

    private final SpanPoint point;
    private final boolean intercepted;
    /** The methods that a guard is applied to by annotation; as many as the application has. */
    private final Map<String, SpanPoint> methods = new ConcurrentHashMap<>();

    private GuardPlace(String name, boolean intercepted) {
        this.point = point(name);
        this.intercepted = intercepted;
    }

    /** @param place of an intercepted method, or the description of a guard; null for a guard without one */
    static GuardPlace of(@Nullable Object place) {
        if (place instanceof InterceptionPoint interception)
            return new GuardPlace(nameOf(interception.method()), true);
        return new GuardPlace(
                place == null ? UNDESCRIBED : DefaultSpanNames.ofText(place.toString(), UNDESCRIBED), false);
    }

    static SpanPoint point(String name) {
        return SpanPoints.at("fault tolerance", name, SpanOptions.ofKind(SpanKind.INTERNAL));
    }

    SpanPoint pointOf(FaultToleranceContext<?> context) {
        if (intercepted)
            return point;
        InvocationContext invocation = context.get(InvocationContext.class);
        if (invocation != null)
            return pointOf(nameOf(invocation.getMethod()));
        MeteredOperationName operation = context.get(MeteredOperationName.class);
        return operation == null ? point : pointOf(nameOf(operation.get()));
    }

    private SpanPoint pointOf(String name) {
        SpanPoint known = methods.get(name);
        return known == null ? methods.computeIfAbsent(name, GuardPlace::point) : known;
    }

    private static String nameOf(Method method) {
        return DefaultSpanNames.ofMethod(simpleName(method.getDeclaringClass().getSimpleName()), method.getName());
    }

    /** @param operation the class's full name, a dot, and the method's */
    private static String nameOf(String operation) {
        int method = operation.lastIndexOf('.');
        return DefaultSpanNames.ofMethod(simpleName(operation.substring(operation.lastIndexOf('.', method - 1) + 1, method)),
                operation.substring(method + 1));
    }

    private static String simpleName(String className) {
        int generated = className.indexOf(GENERATED);
        String written = generated > 0 ? className.substring(0, generated) : className;
        return written.substring(written.lastIndexOf('$') + 1);
    }
}
