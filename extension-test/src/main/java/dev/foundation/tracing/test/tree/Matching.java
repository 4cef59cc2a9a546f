package dev.foundation.tracing.test.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.TraceSpan;

/**
 * Gives as many written spans as possible a span of their own: what fits many leaves a span to what fits only that one. Whether
 * they stand in order is not asked.
 */
final class Matching {

    private static final int NONE = -1;

    private final List<TreeNode> nodes;
    private final List<TraceSpan> spans;
    private final BiPredicate<TreeNode, TraceSpan> fits;
    private final int[] spanOf;
    private final int[] nodeOf;

    Matching(List<TreeNode> nodes, List<TraceSpan> spans, BiPredicate<TreeNode, TraceSpan> fits) {
        this.nodes = nodes;
        this.spans = spans;
        this.fits = fits;
        spanOf = filled(nodes.size());
        nodeOf = filled(spans.size());
        for (int node = 0; node < nodes.size(); node++)
            if (!takeFree(node))
                takeFromOthers(node);
    }

    /** @return null if all that fit are taken */
    @Nullable
    TraceSpan spanOf(int node) {
        return spanOf[node] == NONE ? null : spans.get(spanOf[node]);
    }

    boolean isComplete() {
        return Arrays.stream(spanOf).noneMatch(span -> span == NONE);
    }

    // Alone it would do for most traces, and asks of far fewer pairs whether they fit.
    private boolean takeFree(int node) {
        for (int span = 0; span < spans.size(); span++)
            if (nodeOf[span] == NONE && fits(node, span)) {
                nodeOf[span] = node;
                spanOf[node] = span;
                return true;
            }
        return false;
    }

    /** Searches breadth first for one that can move on to a free span. */
    private void takeFromOthers(int first) {
        int[] wantedBy = filled(spans.size());
        Deque<Integer> moving = new ArrayDeque<>(List.of(first));
        while (!moving.isEmpty()) {
            int node = moving.pop();
            for (int span = 0; span < spans.size(); span++) {
                if (wantedBy[span] != NONE || !fits(node, span))
                    continue;
                wantedBy[span] = node;
                if (nodeOf[span] == NONE) {
                    moveOn(span, wantedBy);
                    return;
                }
                moving.add(nodeOf[span]);
            }
        }
    }

    private void moveOn(int free, int[] wantedBy) {
        for (int span = free; span != NONE;) {
            int node = wantedBy[span];
            int left = spanOf[node];
            spanOf[node] = span;
            nodeOf[span] = node;
            span = left;
        }
    }

    private boolean fits(int node, int span) {
        return fits.test(nodes.get(node), spans.get(span));
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }
}
