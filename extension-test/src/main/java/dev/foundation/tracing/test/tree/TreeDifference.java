package dev.foundation.tracing.test.tree;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Marks;
import dev.foundation.tracing.test.MissingSpan;
import dev.foundation.tracing.test.TraceSpan;

/** How a trace differs from a tree. Immutable. */
public final class TreeDifference {

    static final TreeDifference NONE = new TreeDifference(Marks.none(), 0, 0, 0);

    private final Marks marks;
    private final int missing;
    private final int unexpected;
    private final int wrong;

    private TreeDifference(Marks marks, int missing, int unexpected, int wrong) {
        this.marks = marks;
        this.missing = missing;
        this.unexpected = unexpected;
        this.wrong = wrong;
    }

    public boolean isEmpty() {
        return missing + unexpected + wrong == 0;
    }

    /** Such as {@code 2 spans are missing, 1 is unexpected}. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, missing, "missing");
        add(parts, unexpected, "unexpected");
        add(parts, wrong, "not as expected");
        return parts.isEmpty() ? "nothing differs" : String.join(", ", parts);
    }

    public Marks marks() {
        return marks;
    }

    TreeDifference missing(@Nullable TraceSpan parent, @Nullable TraceSpan after, MissingSpan span) {
        return new TreeDifference(marks.missing(parent, after, span), missing + count(span), unexpected, wrong);
    }

    TreeDifference unexpected(TraceSpan span, int below) {
        String note = below == 0 ? "" : "unexpected, with " + below + (below == 1 ? " span" : " spans") + " below it";
        return new TreeDifference(marks.unexpected(span, note), missing, unexpected + 1 + below, wrong);
    }

    TreeDifference wrong(TraceSpan span, String note) {
        return new TreeDifference(marks.wrong(span, note), missing, unexpected, wrong + 1);
    }

    private static void add(List<String> parts, int count, String state) {
        if (count > 0)
            parts.add(count + (parts.isEmpty() ? count == 1 ? " span is " : " spans are " : count == 1 ? " is " : " are ")
                    + state);
    }

    private static int count(MissingSpan span) {
        return 1 + span.children().stream().mapToInt(TreeDifference::count).sum();
    }
}
