package dev.foundation.tracing.runtime.faulttolerance;

import jakarta.interceptor.InvocationContext;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.OngoingSpan;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.weaving.SpanOfCall;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.faulttolerance.core.FaultToleranceContext;

/**
 * The span of a guarded call: that of the method, if it has one, else one that is opened for it.
 *
 * @param leftHere whether it has been made current here
 * @param endedHere whether nobody else ends it
 */
record CallSpan(OngoingSpan span, boolean leftHere, boolean endedHere) {

    /**
     * @param endsElsewhere whether the call goes on after its caller has got a {@code Future}
     * @return null where there is to be none
     */
    static @Nullable CallSpan find(SpanOpener opener, FaultToleranceContext<?> context, GuardPlace place,
            boolean endsElsewhere) {
        InvocationContext invocation = context.get(InvocationContext.class);
        CallSpan ofMethod = invocation == null ? null : ofMethod(opener, invocation, endsElsewhere);
        return ofMethod == null ? opened(opener.open(place.pointOf(context))) : ofMethod;
    }

    private static @Nullable CallSpan ofMethod(SpanOpener opener, InvocationContext invocation, boolean endsElsewhere) {
        OngoingSpan traced = endsElsewhere ? SpanOfCall.take(invocation) : SpanOfCall.of(invocation);
        if (traced != null)
            return new CallSpan(traced.latest(), false, endsElsewhere);
        // Quarkus ends its own when the method returns, which is too early for a call that goes on.
        OngoingSpan quarkus = endsElsewhere || !invocation.getMethod().isAnnotationPresent(WithSpan.class) ? null
                : opener.currentOfOthers();
        return quarkus == null ? null : new CallSpan(quarkus, false, false);
    }

    private static @Nullable CallSpan opened(@Nullable OngoingSpan span) {
        return span == null ? null : new CallSpan(span, true, true);
    }
}
