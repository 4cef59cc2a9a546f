package dev.foundation.tracing.runtime.faulttolerance;

import java.util.function.BiConsumer;

import dev.foundation.tracing.runtime.span.TracingFailures;
import io.smallrye.faulttolerance.core.FaultToleranceContext;
import io.smallrye.faulttolerance.core.FaultToleranceEvent;
import io.smallrye.faulttolerance.core.async.FutureCancellationEvent;
import io.smallrye.faulttolerance.core.bulkhead.BulkheadEvents;
import io.smallrye.faulttolerance.core.circuit.breaker.CircuitBreakerEvents;
import io.smallrye.faulttolerance.core.fallback.FallbackEvents;
import io.smallrye.faulttolerance.core.rate.limit.RateLimitEvents;
import io.smallrye.faulttolerance.core.retry.RetryEvents;
import io.smallrye.faulttolerance.core.timeout.TimeoutEvents;

/** Tells a guarded call what the library's strategies tell each other. */
final class CallEvents {

    /** Stands in a context whose events are listened to: whoever subscribes once more has the same context. */
    private static final CallEvents LISTENING = new CallEvents();

    private CallEvents() {
    }

    static void listenOnce(FaultToleranceContext<?> context) {
        if (context.get(CallEvents.class) != null)
            return;
        context.set(CallEvents.class, LISTENING);
        listen(context);
        GuardedCode.trace(context);
    }

    private static void listen(FaultToleranceContext<?> context) {
        on(context, RetryEvents.Retried.class, (call, event) -> call.backoffBegins());
        on(context, TimeoutEvents.Finished.class, CallEvents::timeoutFinished);
        on(context, RateLimitEvents.DecisionMade.class, CallEvents::rateLimitDecided);
        on(context, CircuitBreakerEvents.Finished.class, CallEvents::breakerFinished);
        on(context, CircuitBreakerEvents.StateTransition.class, CallEvents::breakerMoved);
        on(context, BulkheadEvents.DecisionMade.class, CallEvents::bulkheadDecided);
        on(context, FallbackEvents.Applied.class, (call, event) -> call.fallsBack());
        on(context, FutureCancellationEvent.class, (call, event) -> call.cancelled());
    }

    private static <E extends FaultToleranceEvent> void on(FaultToleranceContext<?> context, Class<E> type,
            BiConsumer<GuardedCall, E> reaction) {
        context.registerEventHandler(type, event -> tell(context, event, reaction));
    }

    private static <E> void tell(FaultToleranceContext<?> context, E event, BiConsumer<GuardedCall, E> reaction) {
        try {
            GuardedCall call = GuardedCall.of(context);
            if (call != null)
                reaction.accept(call, event);
        } catch (RuntimeException e) {
            TracingFailures.report("an event of a guarded call was not recorded", e);
        }
    }

    private static void timeoutFinished(GuardedCall call, TimeoutEvents.Finished event) {
        if (event.timedOut)
            call.timedOut();
    }

    private static void rateLimitDecided(GuardedCall call, RateLimitEvents.DecisionMade event) {
        if (!event.permitted)
            call.refused(Outcome.REJECTED, "rate_limit.rejected");
    }

    private static void bulkheadDecided(GuardedCall call, BulkheadEvents.DecisionMade event) {
        if (!event.accepted)
            call.refused(Outcome.REJECTED, "bulkhead.rejected");
    }

    private static void breakerFinished(GuardedCall call, CircuitBreakerEvents.Finished event) {
        if (event.result == CircuitBreakerEvents.Result.PREVENTED)
            call.refused(Outcome.PREVENTED, "circuit_breaker.prevented");
    }

    private static void breakerMoved(GuardedCall call, CircuitBreakerEvents.StateTransition event) {
        switch (event) {
            case TO_OPEN -> call.recordEvent("circuit_breaker.opened");
            case TO_CLOSED -> call.recordEvent("circuit_breaker.closed");
            // A timer does that after the call has ended, so it is told to the calls that find it so.
            case TO_HALF_OPEN -> {
            }
        }
    }
}
