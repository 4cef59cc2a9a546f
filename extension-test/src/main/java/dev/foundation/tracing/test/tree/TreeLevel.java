package dev.foundation.tracing.test.tree;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import dev.foundation.tracing.test.TraceSpan;

/** Spans that were written side by side, and where others may stand among them. */
final class TreeLevel {

    private final List<TreeNode> nodes = new ArrayList<>();
    private final BitSet gaps = new BitSet();
    private final boolean open;

    /** @param open whether others may stand anywhere */
    TreeLevel(boolean open) {
        this.open = open;
    }

    List<TreeNode> nodes() {
        return nodes;
    }

    void add(TreeNode node) {
        nodes.add(node);
    }

    void addGap() {
        gaps.set(nodes.size());
    }

    boolean allowsOthers() {
        return open || !gaps.isEmpty();
    }

    /**
     * @param standing the span that each of the written ones is
     * @return whether one that was not written may be where it is among them
     */
    boolean hasPlaceFor(TraceSpan other, List<TraceSpan> standing) {
        for (int place = 0; place <= standing.size(); place++)
            if ((open || gaps.get(place)) && fits(other, standing, place))
                return true;
        return false;
    }

    boolean isAlike(TreeLevel other) {
        if (open != other.open || !gaps.equals(other.gaps) || nodes.size() != other.nodes.size())
            return false;
        return IntStream.range(0, nodes.size()).allMatch(i -> nodes.get(i).isAlike(other.nodes.get(i)));
    }

    private static boolean fits(TraceSpan span, List<TraceSpan> standing, int place) {
        for (int i = 0; i < standing.size(); i++) {
            TraceSpan other = standing.get(i);
            if (i < place ? LevelMatch.ranBefore(span, other) : LevelMatch.ranBefore(other, span))
                return false;
        }
        return true;
    }
}
