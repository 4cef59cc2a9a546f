package dev.foundation.tracing.test.collect;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
import dev.foundation.tracing.test.UnexpectedTraceError;

/** Looks at one trace again and again until it is quiet and as expected. Used by one thread, once. */
final class TraceWait {

    private static final long PAUSE_MILLIS = 20;
    private static final int MOST_NAMED = 5;

    private final TraceSource source;
    private final String traceId;
    private final Patience patience;
    private final long begin = System.nanoTime();
    private long lastChange = begin;
    private @Nullable Trace seen;
    private @Nullable Throwable failure;

    TraceWait(TraceSource source, String traceId, Patience patience) {
        this.source = source;
        this.traceId = traceId;
        this.patience = patience;
    }

    Trace await() {
        while (true) {
            // Asked first: a span that ends between the two questions is then in the trace.
            List<String> open = source.openSpans(traceId);
            Trace trace = look();
            String obstacle = obstacle(trace, open);
            if (trace != null && obstacle == null)
                return trace;
            if (System.nanoTime() - begin >= patience.deadline().toNanos())
                throw late(obstacle);
            pause();
        }
    }

    private @Nullable Trace look() {
        try {
            Optional<Trace> found = source.find(traceId);
            failure = null;
            if (found.isPresent())
                see(found.get());
        } catch (UncheckedIOException | UnusableAnswerException e) {
            failure = e;
        }
        return seen;
    }

    private void see(Trace trace) {
        if (seen == null || seen.spans().size() != trace.spans().size())
            lastChange = System.nanoTime();
        seen = trace;
    }

    /** @return why the trace is not yet as it should be; null if it is */
    private @Nullable String obstacle(@Nullable Trace trace, List<String> open) {
        // The first to say: a span that is open is also missing, and makes orphans.
        if (!open.isEmpty())
            return "these spans have not ended: " + named(open);
        if (trace == null)
            return failure == null ? "none of its spans arrived. " + source.advice() : String.valueOf(failure.getMessage());
        List<String> missing = patience.expected().stream().filter(name -> trace.spansNamed(name).isEmpty()).toList();
        if (!missing.isEmpty())
            return "there is no span " + named(missing);
        if (!trace.orphans().isEmpty())
            return "the parents of these spans are missing: " + named(trace.orphans().stream().map(TraceSpan::name).toList());
        if (System.nanoTime() - lastChange < patience.settle().toNanos())
            return "spans still arrive, the last one less than " + millis(patience.settle()) + " ago";
        return unmetCondition(trace);
    }

    private @Nullable String unmetCondition(Trace trace) {
        try {
            patience.condition().accept(trace);
            return null;
        } catch (AssertionError | RuntimeException e) {
            failure = e;
            return String.valueOf(e.getMessage());
        }
    }

    private UnexpectedTraceError late(@Nullable String obstacle) {
        String reason = "trace " + traceId + " is not as expected after " + millis(patience.deadline()) + ": " + obstacle;
        boolean shown = seen == null || reason.contains("trace " + seen.traceId() + " ·");
        UnexpectedTraceError late = new UnexpectedTraceError(shown ? reason : reason + "\n\n" + seen);
        if (failure != null)
            late.initCause(failure);
        return late;
    }

    private static String named(List<String> names) {
        String shown = "'" + String.join("', '", names.subList(0, Math.min(MOST_NAMED, names.size()))) + "'";
        return names.size() <= MOST_NAMED ? shown : shown + " and " + (names.size() - MOST_NAMED) + " more";
    }

    private static String millis(Duration duration) {
        return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : duration.toMillis() / 1000.0 + " s";
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
