package dev.foundation.tracing.test.tree;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/** A tree that traces can be compared with, see the package. Immutable. */
public final class TreePattern {

    private final TreeLevel top;
    private final boolean strict;

    private TreePattern(TreeLevel top, boolean strict) {
        this.top = top;
        this.strict = strict;
    }

    /**
     * What is not written about a span is not looked at, and its events are some among others; but no span is left out unless
     * {@code …} says so.
     *
     * @throws IllegalArgumentException names the line that cannot be read, and says what to do
     */
    public static TreePattern lenient(String text) {
        return new TreePattern(TreeParser.parse(text, false), false);
    }

    /**
     * What is not written about a span must not be there; without a kind it is INTERNAL, without a service it is of its
     * parent's; on top the service must be written.
     *
     * @throws IllegalArgumentException names the line that cannot be read, and says what to do
     */
    public static TreePattern strict(String text) {
        return new TreePattern(TreeParser.parse(text, true), true);
    }

    /** @throws IllegalArgumentException if too many spans could be each other */
    public TreeDifference compare(Trace trace) {
        SpanTree tree = new SpanTree(trace);
        SpanCheck check = new SpanCheck(strict);
        @Nullable
        TraceSpan none = null;
        TreeMatcher matcher = new TreeMatcher(tree, check);
        if (matcher.matches(top, tree.tops(), none))
            return TreeDifference.NONE;
        return new TreeAlignment(trace, tree, check, matcher).of(top);
    }
}
