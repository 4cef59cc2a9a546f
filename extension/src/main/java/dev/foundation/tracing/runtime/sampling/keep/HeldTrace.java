package dev.foundation.tracing.runtime.sampling.keep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * @param places that it took: one for each span, and for each root that had not ended
     */
    record Released(List<ReadableSpan> spans, long bytes, int places) {
    }

    enum State {
        HELD,
        KEPT,
        FORGOTTEN
    }

    private final long since;
    private List<ReadableSpan> spans = new ArrayList<>(4);
    private long bytes;
    private int rootPlaces;
    /** They have no id yet; the thread that has them begin has them start next. */
    private final Map<Thread, OpenRoot> beginningRoots = new HashMap<>(2);
    private final Map<String, OpenRoot> openRoots = new HashMap<>(2);
    private final SpanIds recorded = new SpanIds();
    private State state = State.HELD;
    private String reason = "";
    private boolean incomplete;

    HeldTrace(long sinceNanos) {
        this.since = sinceNanos;
    }

    /**
     * A root is to begin.
     *
     * @param rootBytes that its place takes
     * @return what it is: only if it is held does the root take a place
     */
    synchronized State begin(OpenRoot root, long rootBytes) {
        if (state == State.HELD) {
            rootPlaces++;
            bytes += rootBytes;
        }
        if (state != State.FORGOTTEN)
            beginningRoots.put(Thread.currentThread(), root);
        return state;
    }

    /**
     * There is no room for one more root. One of a trace that is kept needs none; of one that is held, it will be missing.
     *
     * @return whether it began
     */
    synchronized boolean beginWithoutRoom(OpenRoot root) {
        incomplete |= state == State.HELD;
        return state == State.KEPT && begin(root, 0) == State.KEPT;
    }

    /** A root has its id. If none is awaited, its trace was given up in between. */
    synchronized void rootStarted(String spanId) {
        OpenRoot root = beginningRoots.remove(Thread.currentThread());
        if (root != null)
            openRoots.put(spanId, root);
    }

    /**
     * @param mostIds so many are remembered
     * @return whether it was one more, which takes its bytes while the trace is held
     */
    synchronized boolean started(SpanContext span, int mostIds) {
        if (state == State.FORGOTTEN || !recorded.add(span, mostIds) || state == State.KEPT)
            return false;
        bytes += SpanIds.BYTES;
        return true;
    }

    /** @return whether this span was recorded; false, too, if it was one of too many */
    synchronized boolean hasRecorded(SpanContext span) {
        return recorded.contains(span);
    }

    /** @return the root; null if it did not begin here, but in a part of this trace that was held before and given up */
    synchronized @Nullable OpenRoot openRoot(String spanId) {
        return openRoots.get(spanId);
    }

    /** @return a root that runs for longer than it may, or null */
    synchronized @Nullable OpenRoot slowRoot(long now) {
        return openRoots.values().stream().filter(root -> root.isSlow(now)).findAny().orElse(null);
    }

    /** @return roots that have not ended; none is known any more afterwards */
    synchronized Map<String, OpenRoot> takeOpenRoots() {
        Map<String, OpenRoot> open = Map.copyOf(openRoots);
        openRoots.clear();
        return open;
    }

    synchronized boolean hasOpenRoots() {
        return !openRoots.isEmpty();
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
     * @param rootBytes that its place took
     * @return what is no longer held; null if it was not held
     */
    synchronized @Nullable Released endRoot(String spanId, long rootBytes) {
        openRoots.remove(spanId);
        if (state != State.HELD)
            return null;
        if (rootPlaces == 1)
            return forget();
        rootPlaces--;
        bytes -= rootBytes;
        return new Released(List.of(), rootBytes, 1);
    }

    /** @return what was held until now; null if it is not held */
    synchronized @Nullable Released forget() {
        if (state != State.HELD)
            return null;
        state = State.FORGOTTEN;
        return release();
    }

    private Released release() {
        Released released = new Released(spans, bytes, spans.size() + rootPlaces);
        spans = List.of();
        bytes = 0;
        rootPlaces = 0;
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

    long age(long now) {
        return now - since;
    }
}
