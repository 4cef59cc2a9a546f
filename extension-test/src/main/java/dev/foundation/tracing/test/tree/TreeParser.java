package dev.foundation.tracing.test.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.tree.TreeNode.EventPattern;

/** Reads a tree, line by line. Used once. */
final class TreeParser {

    private static final String FURTHER = "…";
    private static final String FURTHER_ASCII = "...";
    private static final int DEEPEST = 200;

    private final TreeLevel top = new TreeLevel(false);
    private final Deque<Owner> owners = new ArrayDeque<>();
    private final boolean strict;
    private int number;
    private int childless = Integer.MAX_VALUE;

    private TreeParser(boolean strict) {
        this.strict = strict;
    }

    /**
     * @param strict whether a span on top has to say its service, as it has no parent to share it with
     * @throws IllegalArgumentException names the line that cannot be read, and says what to do
     */
    static TreeLevel parse(String text, boolean strict) {
        TreeParser parser = new TreeParser(strict);
        text.lines().forEach(parser::read);
        return parser.top;
    }

    private void read(String line) {
        number++;
        String content = line.strip();
        if (content.isEmpty() || content.startsWith("#"))
            return;
        int indent = line.indexOf(content);
        if (line.substring(0, indent).indexOf('\t') >= 0)
            throw unreadable(line, "indent with blanks, not with tabs");
        leave(indent, line);
        if (indent > childless)
            throw unreadable(line, "nothing can be below the line above it: indent this less");
        childless = Integer.MAX_VALUE;
        try {
            read(content, indent);
        } catch (IllegalArgumentException e) {
            throw unreadable(line, String.valueOf(e.getMessage()));
        }
        if (owners.size() > DEEPEST)
            throw unreadable(line, "more than " + DEEPEST + " levels: write … for what is below");
    }

    /** Goes back to the line that this one belongs to. */
    private void leave(int indent, String line) {
        int last = -1;
        while (!owners.isEmpty() && owners.peek().indent() >= indent)
            last = owners.pop().indent();
        if (last > indent)
            throw unreadable(line, "indent it as a line above it: by " + last + " blanks, or by fewer");
    }

    private void read(String content, int indent) {
        Owner owner = owners.peek();
        int depth = owners.size();
        if (content.startsWith("| "))
            attribute(owner, AttributeLine.of(content));
        else if (content.startsWith("◇ ") || content.startsWith("<> "))
            owners.push(event(owner, content.substring(content.indexOf(' ') + 1), indent));
        else if (content.equals("→ *") || content.equals("-> *"))
            spanOf(owner, "a link").addLink();
        else if (content.equals(FURTHER) || content.equals(FURTHER_ASCII))
            level(owner).addGap();
        else
            owners.push(span(owner, content, indent));
        if (owners.size() == depth)
            childless = indent;
    }

    private Owner span(@Nullable Owner owner, String content, int indent) {
        String named = withoutEnd(withoutEnd(content, " " + FURTHER), " " + FURTHER_ASCII);
        SpanPattern pattern = SpanPattern.of(named);
        if (strict && owner == null && pattern.service() == null)
            throw new IllegalArgumentException("say its service: name [service]");
        TreeNode node = new TreeNode(pattern, !named.equals(content));
        level(owner).add(node);
        return new Owner(indent, node, null);
    }

    private static Owner event(@Nullable Owner owner, String name, int indent) {
        TreeNode span = spanOf(owner, "an event");
        EventPattern event = new EventPattern(SpanPattern.name(name), new LinkedHashMap<>());
        span.events().add(event);
        return new Owner(indent, span, event);
    }

    private static void attribute(@Nullable Owner owner, @Nullable AttributeLine line) {
        if (owner == null || line == null)
            throw new IllegalArgumentException("write an attribute below its span or event, as | key = value");
        Map<String, @Nullable Object> attributes = owner.event() == null ? owner.span().attributes()
                : owner.event().attributes();
        attributes.put(line.plainKey(), JsonValue.parse(line.value()));
    }

    private TreeLevel level(@Nullable Owner owner) {
        if (owner == null)
            return top;
        if (owner.event() != null)
            throw new IllegalArgumentException("an event has no spans below it: indent this less");
        return owner.span().children();
    }

    private static TreeNode spanOf(@Nullable Owner owner, String what) {
        if (owner == null || owner.event() != null)
            throw new IllegalArgumentException("write " + what + " below its span");
        return owner.span();
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()).stripTrailing() : text;
    }

    private IllegalArgumentException unreadable(String line, String remedy) {
        return new IllegalArgumentException("line " + number + " of the tree, '" + line.strip() + "': " + remedy);
    }

    /** A line that others may belong to. */
    private record Owner(int indent, TreeNode span, @Nullable EventPattern event) {
    }
}
