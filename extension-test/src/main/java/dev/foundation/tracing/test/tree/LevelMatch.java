package dev.foundation.tracing.test.tree;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;

import dev.foundation.tracing.test.TraceSpan;

/**
 * Looks for a way in which spans side by side are what was written side by side: each written one is a span of its own, what
 * ran
 * one after the other stands in that order, and all others stand where others may.
 */
final class LevelMatch {

    /** Beyond it a tree says too little to be worth the time. */
    private static final int MOST_STEPS = 100_000;

    private final TreeLevel level;
    private final List<TreeNode> nodes;
    private final List<TraceSpan> spans;
    private final BiPredicate<TreeNode, TraceSpan> matches;
    private final int[] assigned;
    private final BitSet taken = new BitSet();
    private final BitSet likeTheOneBefore = new BitSet();
    private int steps;

    LevelMatch(TreeLevel level, List<TraceSpan> spans, BiPredicate<TreeNode, TraceSpan> matches) {
        this.level = level;
        this.nodes = level.nodes();
        this.spans = spans;
        this.matches = matches;
        assigned = new int[nodes.size()];
    }

    boolean exists() {
        boolean possible = level.allowsOthers() ? nodes.size() <= spans.size() : nodes.size() == spans.size();
        // Most levels that differ have a span that is nowhere: no need to try all orders of the others first.
        if (!possible || !new Matching(nodes, spans, matches).isComplete())
            return false;
        compareNeighbours();
        return assign(0);
    }

    private boolean assign(int index) {
        if (index == nodes.size())
            return othersMayStandWhereTheyDo();
        for (int candidate = firstCandidate(index); candidate < spans.size(); candidate++) {
            if (taken.get(candidate) || isBeforeAnAssigned(candidate, index)
                    || !matches.test(nodes.get(index), spans.get(candidate)))
                continue;
            countStep();
            taken.set(candidate);
            assigned[index] = candidate;
            if (assign(index + 1))
                return true;
            taken.clear(candidate);
        }
        return false;
    }

    // Neighbours that are written alike are interchangeable: trying them in one order is enough.
    private int firstCandidate(int index) {
        return likeTheOneBefore.get(index) ? assigned[index - 1] + 1 : 0;
    }

    private void compareNeighbours() {
        for (int i = 1; i < nodes.size(); i++)
            likeTheOneBefore.set(i, nodes.get(i - 1).isAlike(nodes.get(i)));
    }

    private boolean isBeforeAnAssigned(int candidate, int index) {
        for (int i = 0; i < index; i++)
            if (ranBefore(spans.get(candidate), spans.get(assigned[i])))
                return true;
        return false;
    }

    private boolean othersMayStandWhereTheyDo() {
        List<TraceSpan> standing = Arrays.stream(assigned).mapToObj(spans::get).toList();
        for (int i = 0; i < spans.size(); i++)
            if (!taken.get(i) && !level.hasPlaceFor(spans.get(i), standing))
                return false;
        return true;
    }

    static boolean ranBefore(TraceSpan one, TraceSpan other) {
        return one.endEpochNanos() <= other.startEpochNanos() && one.startEpochNanos() < other.startEpochNanos();
    }

    private void countStep() {
        if (++steps > MOST_STEPS)
            throw new IllegalArgumentException("the tree is too ambiguous to be compared: of " + nodes.size() + " spans side by"
                    + " side, beginning with '" + nodes.get(0).span() + "', too many could be each other. Say more of each");
    }
}
