package dev.foundation.tracing.runtime.faulttolerance;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.OngoingSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;

/** One run of the guarded code. It may go on after its time is over, and after the guarded call has ended. */
final class Attempt {

    private final Scope guardedCall;
    private final @Nullable OngoingSpan span;
    private final AtomicReference<@Nullable Throwable> interruption = new AtomicReference<>();
    private volatile boolean timedOut;

    /**
     * @param guardedCall makes current again what is current outside of the guarded call
     * @param span current from now on; null if it has none
     */
    private Attempt(Scope guardedCall, @Nullable OngoingSpan span) {
        this.guardedCall = guardedCall;
        this.span = span;
    }

    // Whoever began the attempt leaves it, on the same thread.
    @SuppressWarnings("MustBeClosedChecker")
    static Attempt begin(GuardedCall call, int number) {
        OngoingSpan around = call.span();
        // A back-off may have gone to a thread that knows nothing of the call.
        boolean isCurrent = Span.current().getSpanContext() == around.context();
        Scope guardedCall = isCurrent ? Scope.noop() : around.resume();
        OngoingSpan span = call.openAttempt();
        if (span != null)
            span.setAttribute("retry.attempt", number);
        return new Attempt(guardedCall, span);
    }

    /** The thread that ran it does something else. */
    void leave() {
        if (span != null)
            span.leave();
        guardedCall.close();
    }

    void timeOut() {
        timedOut = true;
        if (span != null)
            span.fail(withoutStack(new TimeoutException("the attempt timed out")));
    }

    /** It was made here, and its stack would tell of the timer. */
    private static TimeoutException withoutStack(TimeoutException exception) {
        exception.setStackTrace(new StackTraceElement[0]);
        return exception;
    }

    /**
     * It ended by an interruption. Whether that was because its time is over is told a moment later, and the call goes on only
     * then: {@link #settle} ends it.
     */
    void interrupted(Throwable failure) {
        interruption.set(failure);
    }

    /** Ends it if it was interrupted, now that the reason is known. */
    void settle() {
        Throwable failure = interruption.getAndSet(null);
        if (failure != null)
            end(failure);
    }

    /** @param failure null if it succeeded */
    void end(@Nullable Throwable failure) {
        if (span == null)
            return;
        // What comes of an attempt that is over, such as an interruption, comes of its being over.
        if (failure != null && !timedOut)
            span.fail(failure);
        span.close();
    }
}
