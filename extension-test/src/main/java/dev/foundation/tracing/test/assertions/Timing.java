package dev.foundation.tracing.test.assertions;

import java.util.List;
import java.util.Optional;

import dev.foundation.tracing.test.Marks;
import dev.foundation.tracing.test.TraceSpan;

/** Which spans ran one after the other, and which at the same time. */
final class Timing {

    private Timing() {
    }

    /** @return why they did not run one after the other, in the order given */
    static Optional<Failure> notSequential(List<TraceSpan> spans) {
        for (int i = 1; i < spans.size(); i++) {
            TraceSpan before = spans.get(i - 1);
            TraceSpan span = spans.get(i);
            long early = before.endEpochNanos() - span.startEpochNanos();
            if (early > 0)
                return Optional.of(Failure.of(
                        "expected " + Failure.named(span) + " to start after the end of " + Failure.named(before)
                                + ", but it started " + millis(early) + " earlier",
                        Marks.none().wrong(span, "started " + millis(early) + " before the end of '" + before.name() + "'")));
        }
        return Optional.empty();
    }

    /** @return why there is no moment at which all of them were open */
    static Optional<Failure> notParallel(List<TraceSpan> spans) {
        TraceSpan lastToStart = spans.get(0);
        TraceSpan firstToEnd = spans.get(0);
        for (TraceSpan span : spans) {
            lastToStart = span.startEpochNanos() > lastToStart.startEpochNanos() ? span : lastToStart;
            firstToEnd = span.endEpochNanos() < firstToEnd.endEpochNanos() ? span : firstToEnd;
        }
        long late = lastToStart.startEpochNanos() - firstToEnd.endEpochNanos();
        if (late < 0)
            return Optional.empty();
        return Optional.of(Failure.of(
                "expected all to run at the same time, but " + Failure.named(lastToStart) + " started " + millis(late)
                        + " after the end of " + Failure.named(firstToEnd),
                Marks.none().wrong(lastToStart, "started " + millis(late) + " after the end of '" + firstToEnd.name() + "'")
                        .wrong(firstToEnd, "ended before '" + lastToStart.name() + "' started")));
    }

    private static String millis(long nanos) {
        return nanos / 1_000_000.0 + " ms";
    }
}
