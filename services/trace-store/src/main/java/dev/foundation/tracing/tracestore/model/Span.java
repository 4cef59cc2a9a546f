package dev.foundation.tracing.tracestore.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One finished operation.
 *
 * @param parentId the span that caused this one; null for a root. Nothing says that it exists, or that there is no cycle
 * @param traceState the W3C tracestate; empty if there was none
 * @param startEpochNanos nanoseconds since 1970
 * @param endEpochNanos nanoseconds since 1970; before the start if a clock was set back
 * @param resource the process that recorded it
 * @param scope the instrumentation that recorded it
 */
public record Span(TraceId traceId, SpanId spanId, @Nullable SpanId parentId, String traceState, String name, SpanKind kind,
        long startEpochNanos, long endEpochNanos, Attributes attributes, List<SpanEvent> events, List<SpanLink> links,
        DroppedCounts dropped, SpanStatus status, Resource resource, Scope scope) {

    public Span {
        if (startEpochNanos < 0 || endEpochNanos < 0)
            throw new IllegalArgumentException("times of '" + name + "' must be >= 0, got " + startEpochNanos + " and "
                    + endEpochNanos);
        events = List.copyOf(events);
        links = List.copyOf(links);
    }

    /** Nanoseconds from start to end; zero if the end lies before the start. */
    public long durationNanos() {
        return Math.max(0, endEpochNanos - startEpochNanos);
    }

    public boolean isRoot() {
        return parentId == null;
    }

    public boolean isError() {
        return status.code() == SpanStatus.Code.ERROR;
    }
}
