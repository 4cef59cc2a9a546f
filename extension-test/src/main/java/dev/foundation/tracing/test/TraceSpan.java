package dev.foundation.tracing.test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One finished operation of a trace.
 *
 * @param traceId 32 lower-case hex digits
 * @param spanId 16 lower-case hex digits
 * @param parentId the span that caused this one; null for a root. Nothing says that it is in the trace
 * @param service {@code service.name} of the process that recorded it; empty if it has none
 * @param startEpochNanos nanoseconds since 1970
 * @param durationNanos never negative: zero if the end lies before the start
 * @param statusMessage empty if there is none
 * @param attributes values are {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code byte[]}, or a
 *        {@code List} or {@code Map} of these; the empty string where a sender set no value
 */
public record TraceSpan(String traceId, String spanId, @Nullable String parentId, String service, String name, SpanKind kind,
        long startEpochNanos, long durationNanos, SpanStatus status, String statusMessage, Map<String, Object> attributes,
        List<SpanEvent> events, List<SpanLink> links) {

    public TraceSpan {
        if (durationNanos < 0)
            throw new IllegalArgumentException("durationNanos of '" + name + "' must be >= 0, got " + durationNanos);
        attributes = ReadOnly.copy(attributes);
        events = List.copyOf(events);
        links = List.copyOf(links);
    }

    /** Nanoseconds since 1970. */
    public long endEpochNanos() {
        return startEpochNanos + durationNanos;
    }

    public boolean isError() {
        return status == SpanStatus.ERROR;
    }

    public boolean isRoot() {
        return parentId == null;
    }

    /** This span as if nothing had caused it. */
    public TraceSpan asRoot() {
        return new TraceSpan(traceId, spanId, null, service, name, kind, startEpochNanos, durationNanos, status, statusMessage,
                attributes, events, links);
    }

    /** The value of one attribute, of a type named at {@link #attributes()}. */
    public Optional<Object> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    /** The events of this name, in the order in which they were recorded. */
    public List<SpanEvent> eventsNamed(String eventName) {
        return events.stream().filter(event -> event.name().equals(eventName)).toList();
    }
}
