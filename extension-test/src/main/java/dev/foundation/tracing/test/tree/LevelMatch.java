package dev.foundation.tracing.test.tree;

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
        // Most levels that differ have a span that is nowhere: no need to try all others first.
        return possible && nodes.stream().allMatch(node -> spans.stream().anyMatch(span -> matches.test(node, span)))
                && assign(0);
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
        boolean alike = index > 0 && isAlike(nodes.get(index - 1), nodes.get(index));
        return alike ? assigned[index - 1] + 1 : 0;
    }

    private static boolean isAlike(TreeNode one, TreeNode other) {
        return one.span().text().equals(other.span().text()) && isPlain(one) && isPlain(other)
                && one.children().allowsOthers() == other.children().allowsOthers();
    }

    private static boolean isPlain(TreeNode node) {
        return node.attributes().isEmpty() && node.events().isEmpty() && node.links() == 0
                && node.children().nodes().isEmpty();
    }

    private boolean isBeforeAnAssigned(int candidate, int index) {
        for (int i = 0; i < index; i++)
            if (ranBefore(spans.get(candidate), spans.get(assigned[i])))
                return true;
        return false;
    }

    private boolean othersMayStandWhereTheyDo() {
        for (int i = 0; i < spans.size(); i++)
            if (!taken.get(i) && !mayStandSomewhere(spans.get(i)))
                return false;
        return true;
    }

    private boolean mayStandSomewhere(TraceSpan span) {
        for (int place = 0; place <= nodes.size(); place++)
            if (level.allowsOthersAt(place) && mayStandAt(place, span))
                return true;
        return false;
    }

    private boolean mayStandAt(int place, TraceSpan span) {
        for (int i = 0; i < nodes.size(); i++) {
            TraceSpan other = spans.get(assigned[i]);
            if (i < place ? ranBefore(span, other) : ranBefore(other, span))
                return false;
        }
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
