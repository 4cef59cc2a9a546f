package dev.foundation.tracing.test.tree;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.TraceSpan;

/** Finds out whether spans are as written, with all that is below them. Each question is answered once. */
final class TreeMatcher {

    private final IdentityHashMap<TreeNode, Map<TraceSpan, Boolean>> answers = new IdentityHashMap<>();
    private final SpanTree tree;
    private final SpanCheck check;

    TreeMatcher(SpanTree tree, SpanCheck check) {
        this.tree = tree;
        this.check = check;
    }

    boolean matches(TreeLevel level, List<TraceSpan> spans, @Nullable TraceSpan parent) {
        return new LevelMatch(level, spans, (node, span) -> matches(node, span, parent)).exists();
    }

    boolean matches(TreeNode node, TraceSpan span, @Nullable TraceSpan parent) {
        Map<TraceSpan, Boolean> ofNode = answers.computeIfAbsent(node, key -> new IdentityHashMap<>());
        Boolean known = ofNode.get(span);
        if (known == null) {
            known = isSpan(node, span, parent) && matches(node.children(), tree.children(span), span);
            ofNode.put(span, known);
        }
        return known;
    }

    /** Whether the span itself is as written, whatever is below it. */
    boolean isSpan(TreeNode node, TraceSpan span, @Nullable TraceSpan parent) {
        return node.span().isNameOf(span) && check.complaints(node, span, parent).isEmpty();
    }
}
