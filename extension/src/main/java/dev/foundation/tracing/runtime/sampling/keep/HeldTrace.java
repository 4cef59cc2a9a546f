package dev.foundation.tracing.runtime.sampling.keep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * This process's part of a trace that was not sampled, until its last local root ends. Safe from any thread: all that it does
 * under its lock is to change a few fields.
 */
final class HeldTrace {

    /** What became of a span that ended. */
    enum Place {
        HELD,
        /** There was no room in this trace. */
        REFUSED,
        /** The trace is kept: the span is to be exported. */
        EXPORT,
        FORGOTTEN
    }

    /**
     * What was held and is no longer.
     *
     * @param roots those that had not ended
     */
    record Released(List<ReadableSpan> spans, long bytes, int roots) {
    }

    enum State {
        HELD,
        KEPT,
        FORGOTTEN
    }

    private final long since;
    private List<ReadableSpan> spans = new ArrayList<>(4);
    private long bytes;
    private int rootsToStart;
    private final Set<String> openRoots = new HashSet<>(2);
    private final SpanIds recorded = new SpanIds();
    private long slowerThanNanos = Long.MAX_VALUE;
    private State state = State.HELD;
    private String reason = "";
    private boolean incomplete;

    HeldTrace(long sinceNanos) {
        this.since = sinceNanos;
    }

    /** @return what it is: only if it is held does the root count */
    synchronized State begin(long rootIsSlowAfterNanos) {
        if (state == State.HELD) {
            rootsToStart++;
            slowerThanNanos = Math.min(slowerThanNanos, rootIsSlowAfterNanos);
        }
        return state;
    }

    /**
     * There is no room for one more root.
     *
     * @return whether it lacks that root: one that is kept needs no room for it
     */
    synchronized boolean lacksRoot() {
        incomplete |= state == State.HELD;
        return state != State.KEPT;
    }

    /** A root has its id, which it had not when it was to begin. If none is awaited, its trace was given up in between. */
    synchronized void rootStarted(String spanId) {
        if (rootsToStart == 0)
            return;
        rootsToStart--;
        openRoots.add(spanId);
    }

    /** @param mostIds so many are remembered */
    synchronized void started(SpanContext span, int mostIds) {
        recorded.add(span, mostIds);
    }

    /** @return whether this span was recorded; false, too, if it was one of too many */
    synchronized boolean hasRecorded(SpanContext span) {
        return recorded.contains(span);
    }

    /** @return whether the root began here, and not in a part of this trace that was held before and given up */
    synchronized boolean isOfRoot(String spanId) {
        return state == State.KEPT || openRoots.contains(spanId);
    }

    synchronized Place add(ReadableSpan span, long size, int mostSpans, long mostBytes) {
        if (state != State.HELD)
            return settled();
        if (spans.size() >= mostSpans || bytes + size > mostBytes) {
            incomplete = true;
            return Place.REFUSED;
        }
        spans.add(span);
        bytes += size;
        return Place.HELD;
    }

    synchronized boolean isHeld() {
        return state == State.HELD;
    }

    /** @return what becomes of spans of a trace that is no longer held */
    synchronized Place settled() {
        return state == State.KEPT ? Place.EXPORT : Place.FORGOTTEN;
    }

    /** @return what was held until now; null if it is not held */
    synchronized @Nullable Released keep(String because) {
        if (state != State.HELD)
            return null;
        state = State.KEPT;
        reason = because;
        return release();
    }

    /**
     * A root ended that is no reason to keep the trace; with the last of them it is forgotten.
     *
     * @return what is no longer held; null if it was not held
     */
    synchronized @Nullable Released endRoot(String spanId) {
        if (state != State.HELD)
            return null;
        if (openRoots.size() + rootsToStart == 1)
            return forget();
        openRoots.remove(spanId);
        return new Released(List.of(), 0, 1);
    }

    /** @return what was held until now; null if it is not held */
    synchronized @Nullable Released forget() {
        if (state != State.HELD)
            return null;
        state = State.FORGOTTEN;
        return release();
    }

    private Released release() {
        Released released = new Released(spans, bytes, openRoots.size() + rootsToStart);
        spans = List.of();
        bytes = 0;
        openRoots.clear();
        rootsToStart = 0;
        return released;
    }

    synchronized boolean isForgotten() {
        return state == State.FORGOTTEN;
    }

    /** @return why it is kept; empty if it is not */
    synchronized String reason() {
        return reason;
    }

    /**
     * Whether spans were refused. Only while it is held are there any, so from the moment when it is kept this is the last
     * word, also for those that were just on their way.
     */
    synchronized boolean lacksSpans() {
        return incomplete;
    }

    synchronized long slowerThanNanos() {
        return slowerThanNanos;
    }

    long age(long now) {
        return now - since;
    }
}
