package dev.foundation.tracing.runtime.faulttolerance;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.OngoingSpan;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoint;
import dev.foundation.tracing.runtime.span.TracingFailures;
import dev.foundation.tracing.runtime.weaving.Woven;
import io.smallrye.faulttolerance.core.FaultToleranceContext;
import io.smallrye.faulttolerance.core.Future;

/**
 * A call that is guarded, and has a span which tells what happens to it. The library's context of the call holds it, so that
 * whatever happens on any thread finds the right one. Safe from any thread; never throws.
 */
final class GuardedCall {

    private static final SpanPoint ATTEMPT = GuardPlace.point("attempt");
    private static final long NO_BACKOFF = 0;

    private final SpanOpener opener;
    private final CallSpan callSpan;
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    /** When it was decided to try once more; {@link #NO_BACKOFF} if that has been told of. */
    private final AtomicLong backoffSince = new AtomicLong(NO_BACKOFF);
    private volatile @Nullable Attempt attempt;
    /** Why there is no result, if that was not the guarded code itself. */
    private volatile @Nullable Outcome refusal;
    private volatile boolean fellBack;

    private GuardedCall(SpanOpener opener, CallSpan callSpan) {
        this.opener = opener;
        this.callSpan = callSpan;
    }

    /** @return null where the call is to have no span */
    static @Nullable GuardedCall begin(FaultToleranceContext<?> context, GuardPlace place, boolean endsElsewhere) {
        try {
            SpanOpener opener = Woven.opener();
            if (opener == null || opener.makesNoneHere())
                return null;
            // Before a span is current: if this fails, none is left behind.
            CallEvents.listenOnce(context);
            CallSpan span = CallSpan.find(opener, context, place, endsElsewhere);
            return span == null ? null : begin(context, new GuardedCall(opener, span));
        } catch (RuntimeException | LinkageError e) {
            TracingFailures.report("a guarded call is not traced", e);
            return null;
        }
    }

    private static GuardedCall begin(FaultToleranceContext<?> context, GuardedCall call) {
        context.set(GuardedCall.class, call);
        return call;
    }

    static @Nullable GuardedCall of(FaultToleranceContext<?> context) {
        return context.get(GuardedCall.class);
    }

    OngoingSpan span() {
        return callSpan.span();
    }

    @Nullable
    OngoingSpan openAttempt() {
        return opener.open(ATTEMPT);
    }

    /** @param code returns a future; it may throw as well */
    <V> Future<V> attempt(Supplier<Future<V>> code) {
        backoffEnds();
        refusal = null;
        Attempt running = Attempt.begin(this, attempts.incrementAndGet());
        attempt = running;
        Future<V> result;
        try {
            result = code.get();
        } catch (Throwable thrown) {
            running.leave();
            ends(running, thrown);
            throw thrown;
        }
        running.leave();
        return Observed.of(result, failure -> ends(running, failure));
    }

    private void ends(Attempt running, @Nullable Throwable failure) {
        if (!(failure instanceof InterruptedException)) {
            running.end(failure);
            return;
        }
        running.interrupted(failure);
        if (ended.get())
            running.settle();
    }

    private void settleAttempt() {
        Attempt last = attempt;
        if (last != null)
            last.settle();
    }

    void recordEvent(String name) {
        span().recordEvent(name);
    }

    void backoffBegins() {
        backoffSince.set(System.nanoTime() | 1); // never what stands for none
    }

    private void backoffEnds() {
        settleAttempt();
        long since = backoffSince.getAndSet(NO_BACKOFF);
        if (since != NO_BACKOFF)
            span().recordEvent("retry.backoff", "retry.delay_ms",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
    }

    void timedOut() {
        refusal = Outcome.TIMEOUT;
        Attempt running = attempt;
        if (running != null)
            running.timeOut();
        recordEvent("timeout");
    }

    void refused(Outcome how, String event) {
        backoffEnds();
        refusal = how;
        recordEvent(event);
    }

    void fallsBack() {
        fellBack = true;
        recordEvent("fallback");
    }

    /** Its caller wants the result no longer. */
    void cancelled() {
        span().setAttribute("cancelled", true);
        end(Outcome.CANCELLED, null);
    }

    /** The thread that began it does something else. */
    void leave() {
        if (callSpan.leftHere())
            span().leave();
    }

    /** @param failure what its caller gets; null if that is a result */
    void end(@Nullable Throwable failure) {
        backoffEnds();
        end(outcome(failure), failure);
    }

    private Outcome outcome(@Nullable Throwable failure) {
        Outcome why = refusal;
        if (failure == null)
            return fellBack ? Outcome.FALLBACK : Outcome.SUCCESS;
        return fellBack || why == null ? Outcome.FAILED : why;
    }

    private void end(Outcome outcome, @Nullable Throwable failure) {
        if (ended.getAndSet(true))
            return;
        settleAttempt();
        span().setAttribute("fault_tolerance.attempts", attempts.get())
                .setAttribute("fault_tolerance.outcome", outcome.attributeValue());
        if (!callSpan.endedHere())
            return;
        if (failure != null)
            span().fail(failure);
        span().close();
    }
}
