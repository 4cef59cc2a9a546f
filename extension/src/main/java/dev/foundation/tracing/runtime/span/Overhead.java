package dev.foundation.tracing.runtime.span;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.SpanOverhead;
import dev.foundation.tracing.runtime.metrics.DurationMeter;
import dev.foundation.tracing.runtime.metrics.MeterName;
import dev.foundation.tracing.runtime.metrics.Meters;

/** How long it takes to open and to end spans, by a sample of them: to read the clock for each would take too long. */
public final class Overhead {

    /** A power of two, so that chance needs no division. */
    private static final int ONE_IN = 256;

    private static final String NAME = "foundation.tracing.span.overhead";

    private final Mean opening = new Mean();
    private final Mean leaving = new Mean();
    private final Mean ending = new Mean();

    public void countedBy(Meters meters) {
        opening.meter = meters.duration(name("open"));
        leaving.meter = meters.duration(name("leave"));
        ending.meter = meters.duration(name("end"));
    }

    private static MeterName name(String operation) {
        return new MeterName(NAME, "How long it took to make spans, of those that were measured", "s",
                Map.of("operation", operation));
    }

    /** @param lot by chance */
    static boolean isDue(int lot) {
        return (lot & (ONE_IN - 1)) == 0;
    }

    void opened(long nanos) {
        opening.add(nanos);
    }

    void left(long nanos) {
        leaving.add(nanos);
    }

    void ended(long nanos) {
        ending.add(nanos);
    }

    public SpanOverhead read() {
        return new SpanOverhead(opening.count.sum(), opening.read(), leaving.read().plus(ending.read()));
    }

    private static final class Mean {

        private final LongAdder count = new LongAdder();
        private final LongAdder total = new LongAdder();
        private volatile @Nullable DurationMeter meter;

        void add(long nanos) {
            count.increment();
            total.add(nanos);
            DurationMeter told = meter;
            if (told != null)
                told.record(nanos);
        }

        Duration read() {
            long measured = count.sum();
            return measured == 0 ? Duration.ZERO : Duration.ofNanos(total.sum() / measured);
        }
    }
}
