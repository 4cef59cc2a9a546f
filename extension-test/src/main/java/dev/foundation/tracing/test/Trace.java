package dev.foundation.tracing.test;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All spans of one trace that have arrived so far, ordered by start. Immutable. */
public final class Trace {

    private final String traceId;
    private final List<TraceSpan> spans;
    private final Map<String, TraceSpan> byId;
    private final Map<String, List<TraceSpan>> byParent;

    private Trace(String traceId, List<TraceSpan> spans) {
        this.traceId = traceId;
        this.spans = spans;
        byId = spans.stream().collect(toMap(TraceSpan::spanId, span -> span, (first, second) -> first));
        byParent = spans.stream().filter(span -> span.parentId() != null).collect(groupingBy(TraceSpan::parentId));
    }

    /** @param spans in any order; a span that was delivered twice stays twice, as in Tempo */
    public static Trace of(String traceId, Collection<TraceSpan> spans) {
        return new Trace(traceId, spans.stream().sorted(Comparator.comparingLong(TraceSpan::startEpochNanos)).toList());
    }

    /** 32 lower-case hex digits. */
    public String traceId() {
        return traceId;
    }

    /** All spans, ordered by start. */
    public List<TraceSpan> spans() {
        return spans;
    }

    /** The spans that have no parent id. */
    public List<TraceSpan> roots() {
        return spans.stream().filter(TraceSpan::isRoot).toList();
    }

    /** The spans whose parent id is given, but whose parent is not here (yet). */
    public List<TraceSpan> orphans() {
        return spans.stream().filter(span -> span.parentId() != null && !byId.containsKey(span.parentId())).toList();
    }

    /** The spans that name this one as their parent, ordered by start. */
    public List<TraceSpan> children(TraceSpan parent) {
        return Collections.unmodifiableList(byParent.getOrDefault(parent.spanId(), List.of()));
    }

    /** Empty for a root and for an orphan. */
    public Optional<TraceSpan> parent(TraceSpan child) {
        return Optional.ofNullable(child.parentId()).map(byId::get);
    }

    /** The names of the services, in the order in which the trace reached them. */
    public Set<String> services() {
        Set<String> services = new LinkedHashSet<>();
        spans.forEach(span -> services.add(span.service()));
        return Collections.unmodifiableSet(services);
    }

    public List<TraceSpan> spansNamed(String name) {
        return spans.stream().filter(span -> span.name().equals(name)).toList();
    }

    /** @throws UnexpectedTraceError unless there is exactly one */
    public TraceSpan spanNamed(String name) {
        List<TraceSpan> found = spansNamed(name);
        if (found.size() != 1)
            throw new UnexpectedTraceError("expected one span '" + name + "', found " + found.size() + " in\n" + this);
        return found.get(0);
    }

    /** Nanoseconds since 1970; zero without spans. */
    public long startEpochNanos() {
        return spans.isEmpty() ? 0 : spans.get(0).startEpochNanos();
    }

    /** Nanoseconds from the first start to the last end. */
    public long durationNanos() {
        long end = spans.stream().mapToLong(TraceSpan::endEpochNanos).max().orElse(0);
        return end - startEpochNanos();
    }

    /** The trace as a tree, see {@link Waterfall}. */
    @Override
    public String toString() {
        return Waterfall.render(this);
    }
}
