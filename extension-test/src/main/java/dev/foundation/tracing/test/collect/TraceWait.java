package dev.foundation.tracing.test.collect;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.UnexpectedTraceError;

/** Polls for one trace until it is complete. Used by one thread, once. */
final class TraceWait {

    private static final long PAUSE_MILLIS = 50;

    private final TempoClient client;
    private final String traceId;
    private final Predicate<Trace> complete;
    private @Nullable Trace seen;
    private @Nullable RuntimeException failure;

    TraceWait(TempoClient client, String traceId, Predicate<Trace> complete) {
        this.client = client;
        this.traceId = traceId;
        this.complete = complete;
    }

    Trace await(Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            look();
            if (seen != null && seen.orphans().isEmpty() && complete.test(seen))
                return seen;
            if (System.nanoTime() - end >= 0)
                throw late(deadline);
            pause();
        }
    }

    private void look() {
        try {
            Optional<Trace> found = client.find(traceId);
            failure = null;
            if (found.isPresent())
                seen = found.get();
        } catch (UncheckedIOException | UnusableAnswerException e) {
            failure = e;
        }
    }

    private UnexpectedTraceError late(Duration deadline) {
        UnexpectedTraceError late = new UnexpectedTraceError(
                "trace " + traceId + " is not complete after " + deadline + ": " + reason());
        if (failure != null)
            late.initCause(failure);
        return late;
    }

    private String reason() {
        if (seen == null)
            return failure == null ? "none of its spans arrived" : String.valueOf(failure.getMessage());
        int orphans = seen.orphans().size();
        return (orphans > 0 ? "parents of " + orphans + " spans are missing" : "the condition does not hold") + "\n" + seen;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for trace " + traceId, e);
        }
    }
}
