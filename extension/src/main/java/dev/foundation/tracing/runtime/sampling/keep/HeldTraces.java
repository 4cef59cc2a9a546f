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
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Spans of traces that were not sampled, until their local roots end and it is known whether they are worth keeping. Bounded by
 * how many there are, how much memory they take and how long they stay. Safe from any thread.
 */
public final class HeldTraces {

    /** One trace that runs away must not take all the room. */
    private static final int PART_OF_ONE = 4;
    /** What a root takes while it runs, and its trace around it. */
    private static final long ROOT_BYTES = 500;
    /** Of one trace, so that those of all that are kept take a few megabytes. */
    private static final int MOST_IDS = 256;
    private static final long NEVER = Long.MAX_VALUE;
    private static final long BETWEEN_SWEEPS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoClock;
    private final GivenUpRoots givenUp = new GivenUpRoots();
    private final KeptTraces traces = new KeptTraces(kept -> givenUp.add(kept.takeOpenRoots()));
    private final Room room = new Room();
    private final Figures figures = new Figures();
    private final Outlet outlet;
    private final AtomicLong nextSweep;
    private volatile KeepSettings settings;
    private volatile boolean on;

    /**
     * @param exporter takes spans that are kept in the end
     * @param nanoClock as {@link System#nanoTime()}
     */
    public HeldTraces(KeepSettings settings, Consumer<ReadableSpan> exporter, LongSupplier nanoClock) {
        this.settings = settings;
        this.outlet = new Outlet(exporter, figures);
        this.nanoClock = nanoClock;
        this.nextSweep = new AtomicLong(nanoClock.getAsLong() + BETWEEN_SWEEPS);
    }

    /**
     * Others hold from now on; if they keep nothing, all that is held is given up.
     *
     * @param byRules whether there are rules that keep what is slow
     */
    public void change(KeepSettings others, boolean byRules) {
        settings = others;
        on = byRules || others.failed() || others.slowerThan() != null;
        if (!on)
            traces.byId().forEach(this::giveUp);
    }

    /** @return whether anything is to be held */
    public boolean isOn() {
        return on;
    }

    /** @return what became of what was held until now */
    public Held figures() {
        sweep();
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
        sweep();
        OpenRoot root = new OpenRoot(nanoClock.getAsLong(), slowAfter);
        if (room.take(ROOT_BYTES, now.maxSpans(), now.maxBytes()))
            join(traceId, root);
        else if (!joinedWithoutRoom(traceId, root)) {
            figures.refusedTraces.increment();
            return false;
        }
        figures.traces.increment();
        return true;
    }

    private boolean joinedWithoutRoom(String traceId, OpenRoot root) {
        HeldTrace trace = traces.byId().get(traceId);
        return trace != null && trace.beginWithoutRoom(root);
    }

    private void join(String traceId, OpenRoot root) {
        HeldTrace trace;
        State state;
        do {
            trace = traces.byId().computeIfAbsent(traceId, id -> new HeldTrace(nanoClock.getAsLong()));
            state = trace.begin(root, ROOT_BYTES);
            if (state == State.FORGOTTEN)
                traces.byId().remove(traceId, trace);
        } while (state == State.FORGOTTEN);
        if (state == State.KEPT)
            room.give(1, ROOT_BYTES);
    }

    private static long nanos(@Nullable Duration duration) {
        return duration == null ? NEVER : duration.toNanos();
    }

    /**
     * @param parent a local span that is not sampled, or what stands for it where only its ids are known
     * @return whether what is inside it is recorded, as it is itself: of one trace some may be, and others not
     */
    public boolean holds(Span parent) {
        SpanContext context = parent.getSpanContext();
        HeldTrace trace = traces.byId().get(context.getTraceId());
        return trace != null && (parent.isRecording() || trace.hasRecorded(context));
    }

    /** A span started that is recorded and not sampled. */
    void started(ReadableSpan span) {
        SpanContext context = span.getSpanContext();
        HeldTrace trace = traces.byId().get(context.getTraceId());
        if (trace == null)
            return;
        if (room.takeMore(SpanIds.BYTES, settings.maxBytes()) && !trace.started(context, MOST_IDS))
            room.give(0, SpanIds.BYTES);
        if (LocalRoot.is(span))
            trace.rootStarted(context.getSpanId());
    }

    /** A span ended that was recorded and not sampled. */
    void ended(ReadableSpan span) {
        String traceId = span.getSpanContext().getTraceId();
        HeldTrace trace = traces.byId().get(traceId);
        if (!LocalRoot.is(span))
            insideEnded(trace, span, null);
        else {
            OpenRoot root = trace == null ? null : trace.openRoot(span.getSpanContext().getSpanId());
            if (trace == null || root == null)
                rootEndedLate(span);
            else
                rootEnded(traceId, trace, span, root);
        }
    }

    /** Whoever is not among those given up was never held: a sampler of the application's own has it recorded. */
    private void rootEndedLate(ReadableSpan span) {
        OpenRoot root = givenUp.take(span.getSpanContext().getSpanId());
        if (root != null)
            endedLate(span, verdict(span, root));
    }

    private @Nullable String verdict(ReadableSpan span, OpenRoot root) {
        return Verdict.on(span, settings.failed(), root.slowAfterNanos());
    }

    /** It is held like what is inside, if other roots of its trace still run. */
    private void rootEnded(String traceId, HeldTrace trace, ReadableSpan span, OpenRoot root) {
        String reason = verdict(span, root);
        if (reason != null)
            keep(traceId, trace, reason);
        endRoot(traceId, trace, span.getSpanContext().getSpanId());
        insideEnded(trace, span, reason);
    }

    private void insideEnded(@Nullable HeldTrace trace, ReadableSpan span, @Nullable String reason) {
        if (trace == null)
            endedLate(span, reason);
        else
            switch (trace.isHeld() ? hold(trace, span) : trace.settled()) {
                case HELD -> {
                }
                case REFUSED -> figures.refusedSpans.increment();
                case FORGOTTEN -> endedLate(span, reason);
                case EXPORT -> outlet.export(span, reason == null ? trace.reason() : reason, trace.lacksSpans());
            }
    }

    private Place hold(HeldTrace trace, ReadableSpan span) {
        KeepSettings now = settings;
        long size = SpanSize.of(span);
        boolean fits = room.take(size, now.maxSpans(), now.maxBytes());
        Place place = trace.add(span, size, fits ? mostOfOne(now) : 0, now.maxBytes() / PART_OF_ONE);
        if (fits && place != Place.HELD)
            room.give(1, size);
        return place;
    }

    private static int mostOfOne(KeepSettings now) {
        return Math.max(1, now.maxSpans() / PART_OF_ONE);
    }

    /**
     * What was inside is no longer held.
     *
     * @param reason why it is to be kept all the same; null if it is not
     */
    private void endedLate(ReadableSpan span, @Nullable String reason) {
        if (reason == null)
            figures.forgottenSpans.increment();
        else
            outlet.export(span, reason, true);
    }

    private void keep(String traceId, HeldTrace trace, String reason) {
        Released released = trace.keep(reason);
        if (released == null)
            return;
        room.give(released.places(), released.bytes());
        traces.add(traceId, trace, nanoClock.getAsLong());
        released.spans().forEach(span -> outlet.export(span, reason, trace.lacksSpans()));
    }

    private void endRoot(String traceId, HeldTrace trace, String spanId) {
        Released released = trace.endRoot(spanId, ROOT_BYTES);
        if (released == null)
            return;
        room.give(released.places(), released.bytes());
        figures.forgottenSpans.add(released.spans().size());
        if (trace.isForgotten())
            traces.byId().remove(traceId, trace);
    }

    /** Looks now and then for what is too old. What is held is bounded in any case, so nothing has to wake up for it. */
    void sweep() {
        if (traces.byId().isEmpty())
            return;
        long now = nanoClock.getAsLong();
        long due = nextSweep.get();
        if (now - due < 0 || !nextSweep.compareAndSet(due, now + BETWEEN_SWEEPS))
            return;
        long longest = nanos(settings.maxTime());
        traces.removeKeptBefore(longest, now);
        for (Map.Entry<String, HeldTrace> entry : traces.byId().entrySet())
            if (entry.getValue().age(now) > longest)
                expire(entry.getKey(), entry.getValue(), now);
    }

    /** It is too old to be held any longer; but if a root of it is slow by now, it is kept. */
    private void expire(String traceId, HeldTrace trace, long now) {
        OpenRoot slow = trace.slowRoot(now);
        if (slow == null)
            giveUp(traceId, trace);
        else
            keep(traceId, trace, Verdict.slowerThan(slow.slowAfterNanos()));
    }

    private void giveUp(String traceId, HeldTrace trace) {
        Released released = trace.forget();
        if (released == null)
            return;
        givenUp.add(trace.takeOpenRoots());
        room.give(released.places(), released.bytes());
        figures.expiredSpans.add(released.spans().size());
        traces.byId().remove(traceId, trace);
    }

    /** @return what is to be told of every span */
    public SpanProcessor processor() {
        return new UnsampledSpans(this);
    }
}
