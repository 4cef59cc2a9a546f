package dev.foundation.tracing.runtime.weaving;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;

import org.jspecify.annotations.Nullable;

import io.quarkus.arc.ArcInvocationContext;

/** The span of a traced method that other interceptors surround: outside them all, since that is what its caller waits for. */
@TracedCall
@Interceptor
@Priority(Integer.MIN_VALUE)
public class TracedInterceptor {

    @AroundInvoke
    @Nullable
    Object trace(ArcInvocationContext call) throws Exception {
        Object span = WovenEntries.of(call.getMethod()).enter(call.getParameters());
        if (span != null && Woven.tracesGuards())
            SpanOfCall.offer(call, span);
        Object result;
        try {
            result = call.proceed();
        } catch (Throwable thrown) {
            Woven.fail(span, thrown);
            throw thrown;
        }
        if (span == null)
            return result;
        if (!SpanOfCall.isTaken(call))
            return Woven.exit(span, result, resultKey(call));
        Woven.leave(span);
        return result;
    }

    private static @Nullable String resultKey(ArcInvocationContext call) {
        TracedCall binding = call.getInterceptorBinding(TracedCall.class);
        return binding == null || binding.resultKey().isEmpty() ? null : binding.resultKey();
    }
}
