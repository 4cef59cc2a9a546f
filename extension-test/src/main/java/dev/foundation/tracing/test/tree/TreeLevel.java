package dev.foundation.tracing.test.tree;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

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

    /** @param index how many of the written spans are before that place */
    boolean allowsOthersAt(int index) {
        return open || gaps.get(index);
    }
}
