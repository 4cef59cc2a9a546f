package dev.foundation.tracing.runtime.weaving;

import dev.foundation.tracing.runtime.span.SpanPoint;
import io.quarkus.arc.Subclass;

/**
 * What a woven method holds as a constant. A record, whose fields the JIT takes for constants too.
 *
 * @param span the method's span point
 * @param method says by which objects' interceptors it is surrounded
 */
record WovenPoint(SpanPoint span, InterceptedMethod method) {

    /** @return whether our interceptor is around the method where this object's is called */
    boolean isInterceptedOn(Object target) {
        return target instanceof Subclass && method.get(target.getClass());
    }
}
