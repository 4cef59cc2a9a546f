package dev.foundation.tracing.test.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
    private final List<TreeNode> bySpecificity;
    private final List<TraceSpan> spans;

    Pairs(List<TreeNode> nodes, List<TraceSpan> spans) {
        this.nodes = nodes;
        bySpecificity = nodes.stream().sorted(Comparator.comparing(node -> node.span().text().contains("*"))).toList();
        this.spans = spans;
    }

    /** Pairs what is left, as far as it fits, in order; those first that could be less. */
    void pair(BiPredicate<TreeNode, TraceSpan> fits) {
        for (TreeNode node : bySpecificity)
            if (!pairs.containsKey(node))
                spans.stream().filter(span -> !taken.contains(span) && fits.test(node, span)).findFirst().ifPresent(span -> {
                    pairs.put(node, span);
                    taken.add(span);
                });
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
