package dev.foundation.tracing.test.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Names each line of a tree by what it is below. */
final class LinePaths {

    private final Map<String, Integer> seen = new HashMap<>();
    private final Deque<Step> open = new ArrayDeque<>();

    /** The path of the line that this one belongs to. */
    String above(String line) {
        int indent = indent(line);
        while (!open.isEmpty() && open.element().indent() >= indent)
            open.pop();
        return open.isEmpty() ? "\n" : open.element().path() + "\n";
    }

    /** @return its path; an attribute's has no value */
    String enter(String line) {
        AttributeLine attribute = AttributeLine.of(line);
        String path = above(line) + (attribute == null ? line : attribute.start()).strip();
        String numbered = path + "#" + seen.merge(path, 1, Integer::sum);
        open.push(new Step(indent(line), numbered));
        return numbered;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private record Step(int indent, String path) {
    }
}
