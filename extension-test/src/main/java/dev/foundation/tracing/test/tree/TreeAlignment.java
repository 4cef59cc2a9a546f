package dev.foundation.tracing.test.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.MissingSpan;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/** Finds for each span that was written the one that it most probably is, so that one fault is told once. Used once. */
final class TreeAlignment {

    private final Trace trace;
    private final SpanTree tree;
    private final SpanCheck check;
    private final TreeMatcher matcher;
    private final Deque<Level> open = new ArrayDeque<>();
    private TreeDifference difference = TreeDifference.NONE;

    TreeAlignment(Trace trace, SpanTree tree, SpanCheck check, TreeMatcher matcher) {
        this.trace = trace;
        this.tree = tree;
        this.check = check;
        this.matcher = matcher;
    }

    TreeDifference of(TreeLevel top) {
        open.add(new Level(top, tree.tops(), null));
        while (!open.isEmpty())
            align(open.pop());
        return difference;
    }

    private void align(Level level) {
        if (matcher.matches(level.written(), level.spans(), level.parent()))
            return;
        Pairs pairs = new Pairs(level.written().nodes(), level.spans());
        pairs.pair((node, span) -> matcher.matches(node, span, level.parent()));
        boolean allExact = pairs.areComplete();
        pairs.pair((node, span) -> matcher.isSpan(node, span, level.parent()));
        pairs.pair((node, span) -> node.span().isNameOf(span));
        pairs.forEach((node, span) -> goInto(node, span, level.parent()));
        tellMissing(pairs, level.parent());
        List<TraceSpan> others = pairs.unpairedSpans();
        if (!level.written().allowsOthers())
            others.forEach(span -> difference = difference.unexpected(span, tree.countBelow(span)));
        if (allExact && (others.isEmpty() || level.written().allowsOthers()))
            tellOrder(level.written(), pairs.spans(), others);
    }

    private void goInto(TreeNode node, TraceSpan span, @Nullable TraceSpan parent) {
        List<String> complaints = check.complaints(node, span, parent);
        if (!complaints.isEmpty())
            difference = difference.wrong(span, String.join("; ", complaints));
        open.push(new Level(node.children(), tree.children(span), span));
    }

    private void tellMissing(Pairs pairs, @Nullable TraceSpan parent) {
        @Nullable
        TraceSpan before = null;
        for (TreeNode node : pairs.nodes()) {
            TraceSpan span = pairs.spanOf(node);
            if (span == null)
                difference = difference.missing(parent, before, missing(node, elsewhere(node, pairs)));
            else
                before = span;
        }
    }

    private static MissingSpan missing(TreeNode node, String note) {
        List<MissingSpan> below = new ArrayList<>();
        node.children().nodes().forEach(child -> below.add(missing(child, "")));
        return new MissingSpan(node.span().text(), note, below);
    }

    /** Where a span of that name is instead, if there is one. */
    private String elsewhere(TreeNode node, Pairs pairs) {
        List<TraceSpan> namesakes = trace.spans().stream().filter(node.span()::matches).toList();
        if (namesakes.size() != 1 || pairs.holds(namesakes.get(0)))
            return "expected here";
        return "expected here, and not "
                + trace.parent(namesakes.get(0)).map(parent -> "below " + parent.name()).orElse("on top");
    }

    private void tellOrder(TreeLevel written, List<TraceSpan> inOrder, List<TraceSpan> others) {
        for (int i = 1; i < inOrder.size(); i++)
            for (int j = 0; j < i; j++)
                if (LevelMatch.ranBefore(inOrder.get(i), inOrder.get(j))) {
                    difference = difference.wrong(inOrder.get(i),
                            "expected after '" + inOrder.get(j).name() + "', ran before it");
                    return;
                }
        others.stream().filter(span -> !written.hasPlaceFor(span, inOrder))
                .forEach(span -> difference = difference.unexpected(span, tree.countBelow(span)));
    }

    private record Level(TreeLevel written, List<TraceSpan> spans, @Nullable TraceSpan parent) {
    }
}
