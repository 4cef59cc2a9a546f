package dev.foundation.tracing.tracestore.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a trace at one moment: an immutable snapshot, safe to hand to any thread.
 *
 * @param spans in the order of their arrival; never empty; a span sent twice is here twice
 * @param root the earliest span without a parent; null if it has not arrived
 * @param startEpochNanos when the earliest span started
 * @param endEpochNanos when the latest span ended; never before the start
 * @param services what each service recorded, by its name
 */
public record Trace(TraceId id, List<Span> spans, @Nullable Span root, long startEpochNanos, long endEpochNanos,
        Map<String, ServiceCount> services) {

    public Trace {
        if (spans.isEmpty())
            throw new IllegalArgumentException("trace " + id + " must have a span");
        spans = List.copyOf(spans);
        services = Collections.unmodifiableMap(new TreeMap<>(services));
    }

    /** @param spans at least one, all of that trace */
    public static Trace of(TraceId id, List<Span> spans) {
        Span root = null;
        long start = Long.MAX_VALUE;
        long end = 0;
        Map<String, ServiceCount> services = new TreeMap<>();
        for (Span span : spans) {
            if (span.isRoot() && (root == null || span.startEpochNanos() < root.startEpochNanos()))
                root = span;
            start = Math.min(start, span.startEpochNanos());
            end = Math.max(end, Math.max(span.startEpochNanos(), span.endEpochNanos()));
            services.merge(span.resource().serviceName(), ServiceCount.of(span), ServiceCount::plus);
        }
        return new Trace(id, spans, root, start, end, services);
    }

    public long durationNanos() {
        return endEpochNanos - startEpochNanos;
    }

    /** @return how many spans failed */
    public int errors() {
        return services.values().stream().mapToInt(ServiceCount::errors).sum();
    }
}
