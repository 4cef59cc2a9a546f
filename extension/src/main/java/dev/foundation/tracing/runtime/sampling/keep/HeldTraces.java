package dev.foundation.tracing.runtime.sampling.keep;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.KeepSettings;
import dev.foundation.tracing.control.SamplingStatistics.Held;
import dev.foundation.tracing.runtime.sampling.keep.HeldTrace.Place;
import dev.foundation.tracing.runtime.sampling.keep.HeldTrace.Released;
import dev.foundation.tracing.runtime.sampling.keep.HeldTrace.State;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Spans of traces that were not sampled, until their local roots end and it is known whether they are worth keeping. Bounded by
 * how many there are, how much memory they take and how long they stay. Safe from any thread.
 */
public final class HeldTraces {

    private static final AttributeKey<String> REASON = AttributeKey.stringKey("sampling.reason");
    private static final AttributeKey<Boolean> INCOMPLETE = AttributeKey.booleanKey("sampling.incomplete");

    /** One trace that runs away must not take all the room. */
    private static final int PART_OF_ONE = 4;
    private static final long NEVER = Long.MAX_VALUE;
    private static final long BETWEEN_SWEEPS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoClock;
    private final Consumer<ReadableSpan> exporter;
    private final KeptTraces traces = new KeptTraces();
    private final Room room = new Room();
    private final Figures figures = new Figures();
    private final AtomicLong nextSweep;
    private volatile KeepSettings settings;
    private volatile boolean on;

    /**
     * @param exporter takes spans that are kept in the end
     * @param nanoClock as {@link System#nanoTime()}
     */
    public HeldTraces(KeepSettings settings, Consumer<ReadableSpan> exporter, LongSupplier nanoClock) {
        change(settings, false);
        this.exporter = exporter;
        this.nanoClock = nanoClock;
        this.nextSweep = new AtomicLong(nanoClock.getAsLong() + BETWEEN_SWEEPS);
    }

    /** @param byRules whether there are rules that keep what is slow */
    public void change(KeepSettings others, boolean byRules) {
        settings = others;
        on = byRules || others.failed() || others.slowerThan() != null;
    }

    /** @return whether anything is to be held */
    public boolean isOn() {
        return on;
    }

    /** @return what became of what was held until now */
    public Held figures() {
        return figures.with(room);
    }

    /**
     * A local root is about to start that is not sampled.
     *
     * @param slowerThan of the rule that dropped it; null: as for all others
     * @return whether it is to be recorded, and what is inside it
     */
    public boolean begin(String traceId, @Nullable Duration slowerThan) {
        if (!on)
            return false;
        KeepSettings now = settings;
        long slowAfter = nanos(slowerThan == null ? now.slowerThan() : slowerThan);
        if (!now.failed() && slowAfter == NEVER)
            return false;
        sweep(nanoClock.getAsLong(), now);
        if (!room.take(0, now.maxSpans(), now.maxBytes())) {
            figures.refusedTraces.increment();
            return false;
        }
        join(traceId, slowAfter);
        figures.traces.increment();
        return true;
    }

    private void join(String traceId, long slowAfter) {
        HeldTrace trace;
        State state;
        do {
            trace = traces.byId().computeIfAbsent(traceId, id -> new HeldTrace(nanoClock.getAsLong()));
            state = trace.begin(slowAfter);
            if (state == State.FORGOTTEN)
                traces.byId().remove(traceId, trace);
        } while (state == State.FORGOTTEN);
        if (state == State.KEPT)
            room.give(1, 0);
    }

    private static long nanos(@Nullable Duration duration) {
        return duration == null ? NEVER : duration.toNanos();
    }

    /** @return whether spans of this trace are recorded here */
    public boolean holds(String traceId) {
        return traces.byId().containsKey(traceId);
    }

    /** A span ended that was recorded and not sampled. */
    void ended(ReadableSpan span) {
        HeldTrace trace = traces.byId().get(span.getSpanContext().getTraceId());
        SpanContext parent = span.getParentSpanContext();
        if (!parent.isValid() || parent.isRemote())
            rootEnded(trace, span);
        else if (trace == null)
            figures.forgottenSpans.increment();
        else
            spanEnded(trace, span);
    }

    private void spanEnded(HeldTrace trace, ReadableSpan span) {
        KeepSettings now = settings;
        long size = SpanSize.of(span);
        boolean fits = room.take(size, now.maxSpans(), now.maxBytes());
        Place place = trace.add(span, size, fits ? now.maxSpans() / PART_OF_ONE : 0, now.maxBytes() / PART_OF_ONE);
        if (fits && place != Place.HELD)
            room.give(1, size);
        switch (place) {
            case HELD -> {
            }
            case REFUSED -> figures.refusedSpans.increment();
            case FORGOTTEN -> figures.forgottenSpans.increment();
            case EXPORT -> export(span, Attributes.empty());
        }
    }

    private void rootEnded(@Nullable HeldTrace trace, ReadableSpan root) {
        KeepSettings now = settings;
        String reason = Verdict.on(root, now.failed(), trace == null ? nanos(now.slowerThan()) : trace.slowerThanNanos());
        if (trace == null)
            lateRootEnded(root, reason);
        else if (reason != null)
            keep(root.getSpanContext().getTraceId(), trace, reason);
        else
            endedWell(root.getSpanContext().getTraceId(), trace);
        if (trace != null)
            exportRoot(trace, root, reason);
    }

    /** The spans inside were held as long as is allowed. */
    private void lateRootEnded(ReadableSpan root, @Nullable String reason) {
        if (reason == null)
            figures.forgottenSpans.increment();
        else
            export(root, why(reason, true));
    }

    private void keep(String traceId, HeldTrace trace, String reason) {
        Released released = trace.keep(reason);
        if (released == null)
            return;
        room.give(released.roots() + released.spans().size(), released.bytes());
        traces.add(traceId, trace, nanoClock.getAsLong());
        figures.keptTraces.increment();
        released.spans().forEach(span -> export(span, Attributes.empty()));
    }

    private void endedWell(String traceId, HeldTrace trace) {
        Released released = trace.endRoot();
        if (released == null)
            return;
        room.give(released.roots() + released.spans().size(), released.bytes());
        figures.forgottenSpans.add(released.spans().size());
        if (trace.isForgotten())
            traces.byId().remove(traceId, trace);
    }

    private void exportRoot(HeldTrace trace, ReadableSpan root, @Nullable String reason) {
        String kept = reason == null ? trace.reason() : reason;
        if (kept == null)
            figures.forgottenSpans.increment();
        else
            export(root, why(kept, trace.lacksSpans()));
    }

    private static Attributes why(String reason, boolean lacksSpans) {
        AttributesBuilder why = Attributes.builder().put(REASON, reason);
        return (lacksSpans ? why.put(INCOMPLETE, true) : why).build();
    }

    private void export(ReadableSpan span, Attributes added) {
        figures.keptSpans.increment();
        exporter.accept(new KeptSpan(span, added));
    }

    /** Now and then is enough, since what is held is bounded in any case. */
    private void sweep(long now, KeepSettings by) {
        long due = nextSweep.get();
        if (now - due < 0 || !nextSweep.compareAndSet(due, now + BETWEEN_SWEEPS))
            return;
        long longest = nanos(by.maxTime());
        traces.removeKeptBefore(longest, now);
        for (Map.Entry<String, HeldTrace> entry : traces.byId().entrySet())
            if (entry.getValue().age(now) > longest)
                expire(entry.getKey(), entry.getValue(), now);
    }

    /** It is too old to be held any longer; but if that alone makes it slow, it is kept. */
    private void expire(String traceId, HeldTrace trace, long now) {
        if (trace.age(now) > trace.slowerThanNanos()) {
            keep(traceId, trace, Verdict.slowerThan(trace.slowerThanNanos()));
            return;
        }
        Released released = trace.forget();
        if (released == null)
            return;
        room.give(released.roots() + released.spans().size(), released.bytes());
        figures.expiredSpans.add(released.spans().size());
        traces.byId().remove(traceId, trace);
    }

    /** @return what is to be told of every span that ends */
    public SpanProcessor processor() {
        return new EndedSpans();
    }

    private final class EndedSpans implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            // only the end matters
        }

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            if (!span.getSpanContext().isSampled())
                ended(span);
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
