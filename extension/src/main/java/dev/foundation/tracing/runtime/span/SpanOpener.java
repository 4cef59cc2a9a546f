package dev.foundation.tracing.runtime.span;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.runtime.diagnostics.UnendedSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** Starts spans as children of what is current, and makes them current. Safe from any thread; never throws. */
public final class SpanOpener {

    /** Tells the second, third… subscription to one result from the first, which has none. */
    private static final String SUBSCRIPTION = "subscription";

    /** Whose spans are roots wherever nobody has handed over a trace. */
    private static final Set<SpanKind> MAY_BEGIN_TRACES = Set.of(SpanKind.SERVER, SpanKind.CONSUMER);

    private final Tracer tracer;
    private final boolean samplerFollowsParent;
    /** Without a fence: who is at it already may see the change a moment later. */
    private boolean holdsUnsampled;
    private final UnsampledContexts unsampled = new UnsampledContexts();
    private final Failures failures;
    private final Observation observation;
    private final Overhead overhead;
    private final UnendedSpans unended;
    private final EventSink events;
    private final AsyncResults asyncResults = new AsyncResults(this);

    /** @param samplerFollowsParent whether the sampler is sure to drop every span below a parent that is not sampled */
    public SpanOpener(Tracer tracer, boolean samplerFollowsParent, Failures failures, Observation observation) {
        this.tracer = tracer;
        this.samplerFollowsParent = samplerFollowsParent;
        this.failures = failures;
        this.observation = observation;
        this.overhead = observation.overhead();
        this.unended = observation.unended();
        this.events = observation.events();
    }

    /** @param held whether spans below a parent that is not sampled are recorded all the same, and may be kept in the end */
    public void holdUnsampled(boolean held) {
        holdsUnsampled = held;
    }

    /** @return the open span, or null where none is to be made */
    public @Nullable OngoingSpan open(SpanPoint point) {
        return open(point, point.options());
    }

    /** @return the open span, or null where none is to be made */
    public @Nullable OngoingSpan open(String name) {
        return open(name, SpanPoints.PLAIN);
    }

    @Nullable
    OpenSpan open(String name, SpanOptions options) {
        return open(SpanPoints.named(name), options);
    }

    private @Nullable OpenSpan open(SpanPoint point, SpanOptions options) {
        try {
            if (!point.isOn())
                return null;
            Context here = Context.current();
            if (isKnownToDrop(here) && !options.root()) {
                point.numbers().dropped();
                return null;
            }
            Context before = live(here);
            if (!options.root() && isDroppedBelow(before, point, options))
                return null;
            int lot = ThreadLocalRandom.current().nextInt();
            OpenSpan span = Overhead.isDue(lot) ? startMeasured(point, options, before) : start(point, options, before);
            if (unended.isDue(lot))
                track(span);
            return span;
        } catch (Throwable e) {
            TracingFailures.report("span '" + point.name() + "' was not started", e);
            return null;
        }
    }

    private boolean isDroppedBelow(Context before, SpanPoint point, SpanOptions options) {
        Span parent = Span.fromContext(before);
        SpanContext context = parent.getSpanContext();
        if (!context.isValid()) {
            if (!MAY_BEGIN_TRACES.contains(options.kind()))
                lookAtRoot(point);
            return false;
        }
        if (isDropped(parent, context)) {
            remember(before);
            point.numbers().dropped();
            return true;
        }
        point.beginsInside();
        return false;
    }

    /** Spans of ours are contexts too, of which those that were left behind have to be looked at. */
    private void remember(Context dropping) {
        if (!(dropping instanceof OpenSpan))
            unsampled.add(dropping);
    }

    /** @return whether every span below is dropped, as far as that was found out before, on this thread and not long ago */
    boolean isKnownToDrop(Context context) {
        return unsampled.contains(context) && !holdsUnsampled;
    }

    private void lookAtRoot(SpanPoint point) {
        try {
            observation.lost().rootBegan(point.name(), point.place(), point.hasBegunInside());
        } catch (Throwable e) {
            TracingFailures.report("nobody knows whether a root has lost its trace", e);
        }
    }

    /** The span is current already: whatever happens here, whoever opened it must get it. */
    private void track(OpenSpan span) {
        try {
            span.isTrackedBy(unended);
        } catch (Throwable e) {
            TracingFailures.report("a span is not looked after", e);
        }
    }

    private OpenSpan startMeasured(SpanPoint point, SpanOptions options, Context before) {
        long begun = System.nanoTime();
        OpenSpan span = start(point, options, before);
        if (span.point() != null) {
            span.isMeasured();
            overhead.opened(System.nanoTime() - begun);
        }
        return span;
    }

    // Attributes come after the start, where they cost nothing if the span is not recorded; no sampler of ours reads them.
    @SuppressWarnings("ReferenceEquality") // whoever sees other options that are equal just takes a little longer
    private OpenSpan start(SpanPoint point, SpanOptions options, Context before) {
        if (options == SpanPoints.PLAIN)
            return counted(tracer.spanBuilder(point.name()).setParent(before).startSpan(), before, point).enter();
        OpenSpan span = counted(builder(point, options, before).startSpan(), before, point).enter();
        span.setAttributes(options.attributes());
        return span;
    }

    private SpanBuilder builder(SpanPoint point, SpanOptions options, Context before) {
        SpanBuilder builder = tracer.spanBuilder(point.name()).setSpanKind(options.kind());
        for (SpanOptions.Link link : options.links())
            builder.addLink(link.span(), link.attributes());
        return options.root() ? builder.setNoParent() : builder.setParent(before);
    }

    private OpenSpan counted(Span span, Context before, @Nullable SpanPoint point) {
        if (point == null)
            return new OpenSpan(span, before, this, null);
        if (!(span instanceof ReadableSpan recorded)) {
            point.numbers().dropped();
            return new OpenSpan(span, before, this, null);
        }
        SpanListeners listeners = observation.listeners();
        return listeners == null ? new OpenSpan(span, before, this, point)
                : listeners.listenedTo(recorded, span, before, this, point);
    }

    /** @return whether a span would be made here and now; a reason to prepare for one */
    public boolean wouldOpen() {
        return !makesNoneHere();
    }

    /**
     * Says whether a span would be made here and now; a reason to prepare for one.
     *
     * @param point where it counts as dropped if not
     */
    public boolean wouldOpen(SpanPoint point) {
        boolean dropped = makesNoneHere();
        if (dropped && point.isOn())
            point.numbers().dropped();
        return !dropped;
    }

    /**
     * Makes a span current of which only its end tells whether there is to be one.
     *
     * @param point where it is counted if there is
     */
    public OngoingSpan enter(LateSpan span, SpanPoint point) {
        return new LateOpenSpan(span, current(), this, point).enter();
    }

    /** @return what is current, without spans that another thread has ended while they were current on this one */
    static Context current() {
        return live(Context.current());
    }

    /** @return the same for what was current just now */
    static Context live(Context here) {
        Context current = here;
        while (current instanceof OpenSpan open && open.isLeftBehind()) {
            open.leave();
            current = Context.current();
        }
        return current instanceof LaterContext later ? later.inside() : current;
    }

    /** @return whether every span that is opened here and now would be dropped */
    public boolean makesNoneHere() {
        Context here = Context.current();
        return isKnownToDrop(here) || isDropped(live(here));
    }

    /** @return the current span as one to work with, if somebody else made it and it is recorded; else null */
    public @Nullable OngoingSpan currentOfOthers() {
        Context current = current();
        Span span = Span.fromContext(current);
        return current instanceof OpenSpan || !span.isRecording() ? null : new OthersSpan(span, current, this);
    }

    static Scope resumed(Context context) {
        try {
            return ContextsOnly.continued(context);
        } catch (RuntimeException e) {
            TracingFailures.report("a span was not made current once more", e);
            return Scope.noop();
        }
    }

    private boolean isDropped(Context parentContext) {
        Span parent = Span.fromContext(parentContext);
        SpanContext context = parent.getSpanContext();
        return context.isValid() && isDropped(parent, context);
    }

    private boolean isDropped(Span parent, SpanContext valid) {
        return samplerFollowsParent && !valid.isSampled() && !parent.isRecording() && !holdsUnsampled;
    }

    /**
     * Whoever subscribes once more does the work once more: in the trace that asks for it now, or beside the first, or below it
     * if that is a root. Work inside hangs on it from now on.
     *
     * @return a span of its own, which is not made current; the first if there can be none
     */
    OpenSpan startAgain(OpenSpan first, ReadableSpan readable, int number) {
        try {
            Context context = Context.root().with(Span.wrap(parentOfAnother(readable)));
            Span span = tracer.spanBuilder(readable.getName()).setParent(context).setSpanKind(readable.getKind())
                    .addLink(readable.getSpanContext()).setAttribute(SUBSCRIPTION, number).startSpan();
            OpenSpan again = counted(span, context, first.point());
            first.isDoneAgainBy(again);
            again.begins();
            return again;
        } catch (Throwable e) {
            TracingFailures.report("a further subscription has no span", e);
            return first;
        }
    }

    private static SpanContext parentOfAnother(ReadableSpan first) {
        SpanContext asking = Span.current().getSpanContext();
        if (asking.isValid() && !asking.getTraceId().equals(first.getSpanContext().getTraceId()))
            return asking;
        return first.getParentSpanContext().isValid() ? first.getParentSpanContext() : first.getSpanContext();
    }

    /** As {@link ActiveSpan#endWith}, with the result as attribute once it is there; a null key for none. */
    public static Object endWith(ActiveSpan span, Object result, @Nullable String resultKey) {
        return span instanceof OpenSpan ours ? ours.endWith(result, resultKey) : span.endWith(result);
    }

    Observation observation() {
        return observation;
    }

    EventSink events() {
        return events;
    }

    Failures failures() {
        return failures;
    }

    AsyncResults asyncResults() {
        return asyncResults;
    }
}
