package dev.foundation.tracing.test.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.TraceSpan;

/** What was written side by side, and for each the span that it is taken for. */
final class Pairs {

    private final IdentityHashMap<TreeNode, TraceSpan> pairs = new IdentityHashMap<>();
    private final Set<TraceSpan> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<TreeNode> nodes;
    private final List<TraceSpan> spans;

    Pairs(List<TreeNode> nodes, List<TraceSpan> spans) {
        this.nodes = nodes;
        this.spans = spans;
    }

    /** Pairs what is left, as far as it fits; in order where there is a choice. */
    void pair(BiPredicate<TreeNode, TraceSpan> fits) {
        List<TreeNode> left = nodes.stream().filter(node -> !pairs.containsKey(node)).toList();
        Matching matching = new Matching(left, unpairedSpans(), fits);
        for (int i = 0; i < left.size(); i++) {
            TraceSpan span = matching.spanOf(i);
            if (span != null) {
                pairs.put(left.get(i), span);
                taken.add(span);
            }
        }
    }

    boolean areComplete() {
        return pairs.size() == nodes.size();
    }

    boolean holds(TraceSpan span) {
        return taken.contains(span);
    }

    List<TreeNode> nodes() {
        return nodes;
    }

    @Nullable
    TraceSpan spanOf(TreeNode node) {
        return pairs.get(node);
    }

    /** In the order in which they were written. */
    List<TraceSpan> spans() {
        return nodes.stream().map(pairs::get).filter(Objects::nonNull).toList();
    }

    List<TraceSpan> unpairedSpans() {
        List<TraceSpan> unpaired = new ArrayList<>(spans);
        unpaired.removeIf(taken::contains);
        return unpaired;
    }

    void forEach(BiConsumer<TreeNode, TraceSpan> action) {
        for (TreeNode node : nodes) {
            TraceSpan span = pairs.get(node);
            if (span != null)
                action.accept(node, span);
        }
    }
}
