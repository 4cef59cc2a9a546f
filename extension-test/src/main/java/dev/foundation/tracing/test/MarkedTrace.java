package dev.foundation.tracing.test;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A trace with its marks, in which missing spans have a place: stand-ins that only a waterfall sees. */
final class MarkedTrace {

    private final IdentityHashMap<TraceSpan, Mark> marks = new IdentityHashMap<>();
    private final List<TraceSpan> standIns = new ArrayList<>();
    private final Trace original;
    private final Trace shown;

    MarkedTrace(Trace original, Marks given) {
        this.original = original;
        given.spans().forEach(marked -> marks.merge(marked.span(), marked.mark(), Mark::and));
        given.absent().forEach(this::standIn);
        List<TraceSpan> all = new ArrayList<>(original.spans());
        all.addAll(standIns);
        shown = Trace.of(original.traceId(), all);
    }

    Trace shown() {
        return shown;
    }

    boolean hasMarks() {
        return !marks.isEmpty();
    }

    @Nullable
    Mark mark(TraceSpan span) {
        return marks.get(span);
    }

    boolean isMissing(TraceSpan span) {
        Mark mark = marks.get(span);
        return mark != null && mark.sign() == Mark.Sign.MISSING;
    }

    private void standIn(Marks.Absent absent) {
        TraceSpan parent = absent.parent();
        TraceSpan after = absent.after();
        // Children are shown in order of their start.
        long start = after != null ? after.startEpochNanos()
                : (parent == null ? original.startEpochNanos() : parent.startEpochNanos()) - 1;
        standIn(absent.span(), parent == null ? null : parent.spanId(), start);
    }

    private void standIn(MissingSpan missing, @Nullable String parentId, long start) {
        TraceSpan standIn = new TraceSpan(original.traceId(), "missing-" + standIns.size(), parentId, "", missing.name(),
                SpanKind.INTERNAL, start, 0, SpanStatus.UNSET, "", Map.of(), List.of(), List.of());
        standIns.add(standIn);
        marks.put(standIn, new Mark(Mark.Sign.MISSING, missing.note()));
        missing.children().forEach(child -> standIn(child, standIn.spanId(), start));
    }
}
