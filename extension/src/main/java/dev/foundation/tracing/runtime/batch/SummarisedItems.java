package dev.foundation.tracing.runtime.batch;

import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;

import dev.foundation.tracing.ActiveSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** The items of a batch beyond its limit: a span for each that failed, and the sum of all others. Safe from any thread. */
final class SummarisedItems {

    private static final String COUNT = "batch.summarised.count";
    private static final String TOTAL = "batch.summarised.total_ms";
    private static final String SHORTEST = "batch.summarised.min_ms";
    private static final String AVERAGE = "batch.summarised.avg_ms";
    private static final String LONGEST = "batch.summarised.max_ms";
    private static final double NANOS_IN_A_MILLISECOND = 1_000_000;

    private final Tracer tracer;
    private final String name;
    /** The batch's, in which its span is current. */
    private final Context context = Context.current();
    private final Span batch = Span.fromContext(context);
    private volatile long batchStart;
    private final LongSummaryStatistics durations = new LongSummaryStatistics();

    /** To be made where the batch's span is current. */
    SummarisedItems(Tracer tracer, String name) {
        this.tracer = tracer;
        this.name = name;
    }

    boolean isRecording() {
        return batch.isRecording();
    }

    SpanContext batch() {
        return batch.getSpanContext();
    }

    /** @return nanoseconds since the epoch, by the clock of the batch's span, which does not jump */
    long now() {
        return batch instanceof ReadableSpan readable ? start(readable) + readable.getLatencyNanos()
                : TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    /** Looked up where an item is beyond the limit, for all that a span holds is copied for it. */
    private long start(ReadableSpan readable) {
        long known = batchStart;
        if (known == 0)
            batchStart = known = readable.toSpanData().getStartEpochNanos();
        return known;
    }

    Span startedAt(long epochNanos) {
        return tracer.spanBuilder(name).setParent(context).setStartTimestamp(epochNanos, TimeUnit.NANOSECONDS).startSpan();
    }

    synchronized void add(long nanos) {
        durations.accept(nanos);
    }

    synchronized void summariseOn(ActiveSpan span) {
        if (durations.getCount() == 0)
            return;
        span.setAttribute(COUNT, durations.getCount()).setAttribute(TOTAL, durations.getSum() / NANOS_IN_A_MILLISECOND)
                .setAttribute(SHORTEST, durations.getMin() / NANOS_IN_A_MILLISECOND)
                .setAttribute(AVERAGE, durations.getAverage() / NANOS_IN_A_MILLISECOND)
                .setAttribute(LONGEST, durations.getMax() / NANOS_IN_A_MILLISECOND);
    }
}
