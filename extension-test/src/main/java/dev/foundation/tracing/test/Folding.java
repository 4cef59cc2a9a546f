package dev.foundation.tracing.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Leaves lines of a large trace out that are far from every mark: their number stands in their place. */
final class Folding {

    /** A trace up to this size is shown whole. */
    private static final int MOST_LINES = 60;
    /** Fewer lines are not worth one that says so. */
    private static final int FEWEST_FOLDED = 3;

    private final MarkedTrace marked;
    private final Set<TraceSpan> near = Collections.newSetFromMap(new IdentityHashMap<>());

    private Folding(MarkedTrace marked) {
        this.marked = marked;
        for (TraceSpan span : marked.shown().spans())
            if (marked.mark(span) != null)
                keepAround(span);
    }

    static List<Row> fold(List<Row> rows, MarkedTrace marked) {
        return rows.size() <= MOST_LINES || !marked.hasMarks() ? rows : new Folding(marked).fold(rows);
    }

    private List<Row> fold(List<Row> rows) {
        List<Row> kept = new ArrayList<>();
        List<Row> run = new ArrayList<>();
        for (Row row : rows) {
            if (isKept(row)) {
                endRun(kept, run);
                kept.add(row);
            } else
                run.add(row);
        }
        endRun(kept, run);
        return kept;
    }

    private static void endRun(List<Row> kept, List<Row> run) {
        if (run.size() < FEWEST_FOLDED)
            kept.addAll(run);
        else
            kept.add(run.get(0).standingFor(run.size()));
        run.clear();
    }

    private boolean isKept(Row row) {
        return row.event() == null ? near.contains(row.span()) : marked.mark(row.span()) != null;
    }

    private void keepAround(TraceSpan span) {
        Trace trace = marked.shown();
        near.addAll(trace.children(span));
        near.addAll(trace.parent(span).map(trace::children).orElse(trace.roots()));
        // Parents may form a circle.
        Set<TraceSpan> path = Collections.newSetFromMap(new IdentityHashMap<>());
        for (TraceSpan at = span; at != null && path.add(at);)
            at = trace.parent(at).orElse(null);
        near.addAll(path);
    }
}
