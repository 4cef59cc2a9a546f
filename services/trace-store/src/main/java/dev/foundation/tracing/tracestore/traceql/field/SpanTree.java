package dev.foundation.tracing.tracestore.traceql.field;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.SpanKind;

/**
 * The spans of a trace as nested sets: a span lies below another if its numbers lie between the other's. Spans that no root
 * leads to, in a cycle or without their parent, have zeros. Computed without recursion, however deep the trace.
 */
public final class SpanTree {

    /** What roots have instead of a parent. */
    private static final int ROOT = -1;
    private static final int NONE = -1;

    private final int[] left;
    private final int[] right;
    private final int[] parent;
    private final int[] children;

    private SpanTree(int size) {
        left = new int[size];
        right = new int[size];
        parent = new int[size];
        children = new int[size];
    }

    static SpanTree of(List<Span> spans) {
        SpanTree tree = new SpanTree(spans.size());
        Map<SpanId, SameId> byId = new HashMap<>();
        for (int i = 0; i < spans.size(); i++)
            byId.merge(spans.get(i).spanId(), new SameId(i, NONE, 1), SameId::and);
        // An id that names three spans names none: Tempo gives up on the tree then, and so must we.
        if (byId.values().stream().noneMatch(same -> same.count > 2))
            tree.number(spans, byId);
        return tree;
    }

    private void number(List<Span> spans, Map<SpanId, SameId> byId) {
        int[] firstChild = filled(spans.size());
        int[] nextSibling = filled(spans.size());
        int[] parents = filled(spans.size());
        // From the last to the first, so that each list of children is in the order of arrival.
        for (int i = spans.size() - 1; i >= 0; i--) {
            parents[i] = findParent(spans, i, byId);
            if (parents[i] != NONE) {
                nextSibling[i] = firstChild[parents[i]];
                firstChild[parents[i]] = i;
                children[parents[i]]++;
            }
        }
        int bound = 1;
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).isRoot())
                bound = walk(i, bound, firstChild, nextSibling, parents);
        }
    }

    private int walk(int root, int from, int[] nextChild, int[] nextSibling, int[] parents) {
        int bound = from;
        parent[root] = ROOT;
        left[root] = bound++;
        int node = root;
        while (node != NONE) {
            int child = nextChild[node];
            if (child == NONE) {
                right[node] = bound++;
                node = node == root ? NONE : parents[node];
            } else {
                nextChild[node] = nextSibling[child];
                parent[child] = left[node];
                left[child] = bound++;
                node = child;
            }
        }
        return bound;
    }

    private static int findParent(List<Span> spans, int index, Map<SpanId, SameId> byId) {
        Span span = spans.get(index);
        SameId same = span.parentId() == null ? null : byId.get(span.parentId());
        if (same == null)
            return NONE;
        if (same.count == 1)
            return same.first;
        // Zipkin gives both sides of a call the same id: a server's parent is the client, anybody else's the server.
        SpanKind wanted = span.kind() == SpanKind.SERVER ? SpanKind.CLIENT : SpanKind.SERVER;
        if (spans.get(same.first).kind() == wanted)
            return same.first;
        return spans.get(same.second).kind() == wanted ? same.second : NONE;
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    /** @return 0 if no root leads to it */
    public int left(SpanView span) {
        return left[span.index()];
    }

    /** @return 0 if no root leads to it */
    public int right(SpanView span) {
        return right[span.index()];
    }

    /** @return the left number of its parent, -1 for a root, 0 if no root leads to it */
    public int parent(SpanView span) {
        return parent[span.index()];
    }

    int children(SpanView span) {
        return children[span.index()];
    }

    /** The spans that have one id. */
    private record SameId(int first, int second, int count) {

        SameId and(@Nullable SameId other) {
            return other == null ? this : new SameId(first, other.first, count + 1);
        }
    }
}
