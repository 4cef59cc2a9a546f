package dev.foundation.tracing.test.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/** A trace as a tree in which each span has one place, whatever its parents say: a circle is cut at its first span. */
final class SpanTree {

    private final IdentityHashMap<TraceSpan, List<TraceSpan>> children = new IdentityHashMap<>();
    private final List<TraceSpan> tops = new ArrayList<>();
    private final Set<TraceSpan> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Trace trace;

    SpanTree(Trace trace) {
        this.trace = trace;
        plant(trace.roots());
        plant(trace.orphans());
        plant(trace.spans());
        tops.sort(Comparator.comparingLong(TraceSpan::startEpochNanos));
    }

    /** Roots, and what has lost its parent, in the order in which they started. */
    List<TraceSpan> tops() {
        return tops;
    }

    /** In the order in which they started. */
    List<TraceSpan> children(TraceSpan span) {
        return children.getOrDefault(span, List.of());
    }

    /** How many spans are below this one. */
    int countBelow(TraceSpan span) {
        int count = 0;
        Deque<TraceSpan> open = new ArrayDeque<>(children(span));
        while (!open.isEmpty()) {
            count++;
            open.addAll(children(open.pop()));
        }
        return count;
    }

    private void plant(List<TraceSpan> spans) {
        for (TraceSpan span : spans)
            if (placed.add(span)) {
                tops.add(span);
                grow(span);
            }
    }

    private void grow(TraceSpan top) {
        Deque<TraceSpan> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            TraceSpan span = open.pop();
            List<TraceSpan> below = trace.children(span).stream().filter(placed::add).toList();
            children.put(span, below);
            open.addAll(below);
        }
    }
}
