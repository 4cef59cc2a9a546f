package dev.foundation.tracing.tracestore.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.model.TraceId;

/**
 * Holds traces within a bound of estimated bytes. When it is full, the trace whose first span arrived longest ago goes as a
 * whole: half a trace misleads its reader. Thread-safe; a reader gets snapshots that never change.
 */
public final class SpanStore {

    private static final Comparator<Trace> NEWEST_FIRST = Comparator.comparingLong(Trace::startEpochNanos).reversed();

    private final StoreLimits limits;
    private final Counters counters = new Counters();
    private final Object lock = new Object();

    // In the order of arrival of each trace's first span.
    private final Map<TraceId, GrowingTrace> traces = new LinkedHashMap<>();
    private long bytes;
    private long spans;
    private long change;
    // As long as nothing changes, traces are sorted once.
    private @Nullable List<Trace> sorted;

    public SpanStore(StoreLimits limits) {
        this.limits = limits;
    }

    /**
     * Stores spans, of any traces and in any order. A span joins its trace however late it comes; of an evicted trace, it
     * begins a new one.
     *
     * @return how many are stored, and how many their trace had no room for
     */
    public AddedSpans add(List<Span> added) {
        int stored = 0;
        synchronized (lock) {
            for (Span span : added) {
                if (add(span))
                    stored++;
            }
            change++;
            // It would keep what is evicted now.
            sorted = null;
        }
        counters.received(stored);
        return new AddedSpans(stored, added.size() - stored);
    }

    /** @return the trace as it is now, or null if it never came or was evicted */
    public @Nullable Trace find(TraceId id) {
        synchronized (lock) {
            GrowingTrace trace = traces.get(id);
            return trace == null ? null : trace.snapshot();
        }
    }

    /** @return all traces as they are now, the one that started last first; nobody can change the list */
    public List<Trace> newestFirst() {
        List<Trace> snapshots;
        long seen;
        synchronized (lock) {
            if (sorted != null)
                return sorted;
            seen = change;
            snapshots = new ArrayList<>(traces.size());
            for (GrowingTrace trace : traces.values())
                snapshots.add(trace.snapshot());
        }
        snapshots.sort(NEWEST_FIRST);
        List<Trace> newest = Collections.unmodifiableList(snapshots);
        synchronized (lock) {
            if (change == seen)
                sorted = newest;
        }
        return newest;
    }

    /** Where a part of the program that refuses or shortens spans before they get here counts them. */
    public Counters counters() {
        return counters;
    }

    /** @return the numbers as they are now */
    public StoreStatus status() {
        synchronized (lock) {
            return new StoreStatus(change, traces.size(), spans, bytes, limits.maxBytes(), counters.receivedSpans(),
                    counters.evictedTraces(), counters.evictedSpans(), counters.refused(), counters.shortened());
        }
    }

    private boolean add(Span span) {
        GrowingTrace trace = traces.get(span.traceId());
        boolean isNew = trace == null;
        if (trace == null)
            trace = new GrowingTrace(span.traceId());
        long cost = trace.cost(span);
        if (isOverLimit(trace, cost))
            return false;
        long before = isNew ? 0 : trace.bytes();
        trace.add(span, cost);
        traces.putIfAbsent(span.traceId(), trace);
        spans++;
        bytes += trace.bytes() - before;
        evictOldest();
        return true;
    }

    private boolean isOverLimit(GrowingTrace trace, long cost) {
        if (trace.size() >= limits.maxSpansPerTrace()) {
            counters.refused(Refusal.TRACE_HAS_TOO_MANY_SPANS, 1);
            return true;
        }
        if (trace.bytes() + cost > limits.maxBytesPerTrace()) {
            counters.refused(Refusal.TRACE_HAS_TOO_MANY_BYTES, 1);
            return true;
        }
        return false;
    }

    private void evictOldest() {
        Iterator<GrowingTrace> oldest = traces.values().iterator();
        while (bytes > limits.maxBytes()) {
            GrowingTrace evicted = oldest.next();
            oldest.remove();
            bytes -= evicted.bytes();
            spans -= evicted.size();
            counters.evicted(evicted.size());
        }
    }
}
