package dev.foundation.tracing.test.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A span as it was written, with what was written below it. Grows while it is read, and never after. */
final class TreeNode {

    private final SpanPattern span;
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    private final List<EventPattern> events = new ArrayList<>();
    private final TreeLevel children;
    private int links;

    /** @param open whether anything may be below it */
    TreeNode(SpanPattern span, boolean open) {
        this.span = span;
        children = new TreeLevel(open);
    }

    SpanPattern span() {
        return span;
    }

    /** A null value stands for any. */
    Map<String, @Nullable Object> attributes() {
        return attributes;
    }

    List<EventPattern> events() {
        return events;
    }

    TreeLevel children() {
        return children;
    }

    int links() {
        return links;
    }

    void addLink() {
        links++;
    }

    /** Whether whatever is one of them could as well be the other. */
    boolean isAlike(TreeNode other) {
        return span.equals(other.span) && attributes.equals(other.attributes) && events.equals(other.events)
                && links == other.links && children.isAlike(other.children);
    }

    /**
     * @param attributes a null value stands for any
     */
    record EventPattern(Glob name, Map<String, @Nullable Object> attributes) {
    }
}
