package dev.foundation.tracing.test;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What is amiss with spans of a trace, for {@link Waterfall} to draw beside them. Immutable. */
public final class Marks {

    private static final Marks NONE = new Marks(List.of(), List.of());

    private final List<Marked> spans;
    private final List<Absent> absent;

    private Marks(List<Marked> spans, List<Absent> absent) {
        this.spans = spans;
        this.absent = absent;
    }

    public static Marks none() {
        return NONE;
    }

    /**
     * @param span is the one meant, but not as expected
     * @param note what was expected, and what was found
     */
    public Marks wrong(TraceSpan span, String note) {
        return with(new Marked(span, new Mark(Mark.Sign.WRONG, note)));
    }

    /**
     * @param span stands where nothing was expected
     * @param note empty for nothing more to say
     */
    public Marks unexpected(TraceSpan span, String note) {
        return with(new Marked(span, new Mark(Mark.Sign.UNEXPECTED, note)));
    }

    /**
     * @param parent where the span was expected; null for the top level
     * @param after the sibling behind which it was expected; null for the first place
     */
    public Marks missing(@Nullable TraceSpan parent, @Nullable TraceSpan after, MissingSpan span) {
        List<Absent> more = new ArrayList<>(absent);
        more.add(new Absent(parent, after, span));
        return new Marks(spans, more);
    }

    boolean isEmpty() {
        return spans.isEmpty() && absent.isEmpty();
    }

    List<Marked> spans() {
        return spans;
    }

    List<Absent> absent() {
        return absent;
    }

    private Marks with(Marked marked) {
        List<Marked> more = new ArrayList<>(spans);
        more.add(marked);
        return new Marks(more, absent);
    }

    record Marked(TraceSpan span, Mark mark) {
    }

    record Absent(@Nullable TraceSpan parent, @Nullable TraceSpan after, MissingSpan span) {
    }
}
