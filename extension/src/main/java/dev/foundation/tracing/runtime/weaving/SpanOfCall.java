package dev.foundation.tracing.runtime.weaving;

import jakarta.interceptor.InvocationContext;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.OngoingSpan;

/** The span of an intercepted call, for interceptors inside it, by the data that all of one invocation share. */
public final class SpanOfCall {

    private static final String KEY = SpanOfCall.class.getName();
    private static final Object TAKEN = new Object();

    private SpanOfCall() {
    }

    static void offer(InvocationContext call, Object span) {
        call.getContextData().put(KEY, span);
    }

    /** @return the span; null if this call has none, or it has been taken */
    public static @Nullable OngoingSpan of(InvocationContext call) {
        return call.getContextData().get(KEY) instanceof OngoingSpan span ? span : null;
    }

    /** @return the span, which whoever takes it ends; null if this call has none */
    public static @Nullable OngoingSpan take(InvocationContext call) {
        OngoingSpan span = of(call);
        if (span != null)
            call.getContextData().put(KEY, TAKEN);
        return span;
    }

    static boolean isTaken(InvocationContext call) {
        return call.getContextData().get(KEY) == TAKEN;
    }
}
