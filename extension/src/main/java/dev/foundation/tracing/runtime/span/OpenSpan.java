package dev.foundation.tracing.runtime.span;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.diagnostics.TrackedSpan;
import dev.foundation.tracing.runtime.diagnostics.UnendedSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.vertx.core.Vertx;

/**
 * A span of ours, which is also the context that is current while it is open: that saves an object for each span, and lets a
 * scope that is closed out of order see what was opened inside it.
 *
 * <p>
 * It is current either on the thread that opened it, which alone can change that, or in a request, which any thread can.
 */
class OpenSpan extends RecordingSpan implements OngoingSpan, Context {

    private static final ContextKey<Span> SPAN = SpanKey.find();
    private static final VarHandle LEFT = handle("left");
    private static final VarHandle ENDED = handle("ended");

    private final SpanOpener owner;
    /** Where it is counted; null if it is not. */
    private final @Nullable SpanPoint point;
    /** What is below all open spans of ours, where everything but the span is found. */
    private final Context base;
    private final Thread opener = Thread.currentThread();
    private final int startedAfter;
    /** What was current before; once this has been left, the nearest around it that had not been. */
    private Context before;
    /** Whether that is a span of ours that was open then, and not one whose context somebody has made current once more. */
    private boolean insideOneThatWasOpen;
    /** Makes current again what {@link #before} says. */
    private Scope restoring = Scope.noop();
    /**
     * Whether it is current no more: it was closed, or a span around it was. Through {@link #LEFT} where other threads may be
     * involved, which costs no fence.
     */
    private boolean left = true;
    /** The request in which it is current; null if it is current on a thread. */
    private io.vertx.core.@Nullable Context request;
    /** Only through its handle, for whoever ends it first counts it. */
    @SuppressWarnings("unused")
    private boolean ended;
    private boolean measured;
    private @Nullable TrackedSpan tracked;
    /** The span for the same work done once more, which is what happens in this context from then on. */
    private volatile @Nullable OpenSpan again;

    /** @param point where it is counted; null if it is not */
    OpenSpan(Span span, Context before, SpanOpener owner, @Nullable SpanPoint point) {
        super(span);
        this.owner = owner;
        this.point = point;
        this.before = before;
        this.insideOneThatWasOpen = before instanceof OpenSpan around && !around.isLeft();
        this.base = before instanceof OpenSpan ours ? ours.base : before;
        this.startedAfter = owner.failures().count();
    }

    private static VarHandle handle(String flag) {
        try {
            return MethodHandles.lookup().findVarHandle(OpenSpan.class, flag, boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // The open span holds the scope, and closes it when it ends.
    @SuppressWarnings("MustBeClosedChecker")
    OpenSpan enter() {
        restoring = makeCurrent();
        left = false;
        io.vertx.core.Context here = Vertx.currentContext();
        if (here != null && QuarkusContextStorage.getOtelContext(here) == this)
            request = here;
        begins();
        return this;
    }

    @Override
    @SuppressWarnings("unchecked") // only OpenTelemetry has the key, and it asks for a span
    public <V> @Nullable V get(ContextKey<V> key) {
        return key == SPAN ? (V) latest().span : base.get(key);
    }

    @Override
    public <V> Context with(ContextKey<V> key, V value) {
        return key == SPAN ? base.with(key, value) : base.with(SPAN, latest().span).with(key, value);
    }

    @Override
    public OpenSpan latest() {
        OpenSpan later = again;
        return later == null ? this : later;
    }

    void isDoneAgainBy(OpenSpan later) {
        again = later;
    }

    @Nullable
    SpanPoint point() {
        return point;
    }

    @Override
    EventSink events() {
        return owner.events();
    }

    @Override
    Failures failures() {
        return owner.failures();
    }

    @Override
    int startedAfter() {
        return startedAfter;
    }

    @Override
    public <T extends @Nullable Object> T endWith(T result) {
        return endWith(result, null);
    }

    <T extends @Nullable Object> T endWith(T result, @Nullable String resultKey) {
        leaveForGood();
        return owner.asyncResults().endWith(this, result, resultKey);
    }

    void isMeasured() {
        measured = true;
    }

    /** It is counted from now on. */
    void begins() {
        if (point != null && span instanceof ReadableSpan)
            point.numbers().started();
    }

    void isTrackedBy(UnendedSpans unended) {
        if (point != null && span instanceof ReadableSpan recorded)
            tracked = unended.track(this, recorded, point.place());
    }

    @Override
    public void close() {
        leaveForGood();
        end();
    }

    private void leaveForGood() {
        if (!measured) {
            leave(false);
            return;
        }
        long begun = System.nanoTime();
        leave(false);
        owner.observation().overhead().left(System.nanoTime() - begun);
    }

    void end() {
        if ((boolean) ENDED.getAndSet(this, true))
            return;
        long begun = measured ? System.nanoTime() : 0;
        try {
            span.end();
        } catch (Throwable e) {
            TracingFailures.report("a span was not ended", e);
        }
        hasEnded();
        if (measured)
            owner.observation().overhead().ended(System.nanoTime() - begun);
    }

    /** Also if somebody else failed whom OpenTelemetry told of its end: it has ended all the same. */
    private void hasEnded() {
        try {
            if (tracked != null)
                tracked.ended();
            if (point != null)
                countEnd(point);
        } catch (Throwable e) {
            TracingFailures.report("the end of a span was not counted", e);
        }
    }

    void countEnd(SpanPoint at) {
        at.numbers().ended(((ReadableSpan) span).getLatencyNanos(), hasFailed());
    }

    /** @return whether this is still current here though another thread has ended it, which could not change that */
    boolean isLeftBehind() {
        return (boolean) ENDED.getAcquire(this) && !isLeft() && opener == Thread.currentThread();
    }

    private boolean isLeft() {
        return (boolean) LEFT.getAcquire(this);
    }

    @Override
    public Scope resume() {
        return SpanOpener.resumed(this);
    }

    @Override
    public void leave() {
        leave(true);
    }

    /** @param goesOn whether another thread of the same request may have gone on inside it already, which is no mistake then */
    private void leave(boolean goesOn) {
        if (!isForThisThreadToLeave())
            return;
        try {
            passOverThoseLeft();
            if (!goesOn || !isSucceededByAnotherThread())
                restore();
        } catch (Throwable e) {
            TracingFailures.report("a scope was not closed", e);
        }
    }

    /** Whoever went on inside it makes current again what was before this, once it ends. */
    private boolean isSucceededByAnotherThread() {
        Context current = request == null ? this : currentWhereOpened();
        return current != this && isInside(current, this) && current instanceof OpenSpan inner && inner.opener != opener;
    }

    private boolean isForThisThreadToLeave() {
        if (request != null)
            return !(boolean) LEFT.getAndSet(this, true);
        boolean mine = !left && opener == Thread.currentThread();
        if (mine)
            left = true;
        return mine;
    }

    /** A span around this one may have been left in a request meanwhile, by another thread or in a callback. */
    private void passOverThoseLeft() {
        while (insideOneThatWasOpen && before instanceof OpenSpan around && around.isLeft() && isAtThePlaceOf(around)) {
            restoring = around.restoring;
            insideOneThatWasOpen = around.insideOneThatWasOpen;
            before = around.before;
        }
    }

    /** What makes current again what was current before does so on its own thread, or in its own request. */
    private boolean isAtThePlaceOf(OpenSpan around) {
        return request == around.request && (request != null || opener == around.opener);
    }

    // What is made current then is not closed: it is there so that a thread's scope, which does nothing out of order, is not.
    @SuppressWarnings("MustBeClosedChecker")
    private void restore() {
        Context current = currentWhereOpened();
        if (isInside(current, this)) {
            if (leaveThoseInside(this, current))
                OutOfOrderWarning.once();
        } else if (isLeftToOthers(current)) {
            return;
        }
        if (request == null && current != this)
            makeCurrent();
        restoring.close();
    }

    private Context currentWhereOpened() {
        if (request == null)
            return Context.current();
        Context current = QuarkusContextStorage.getOtelContext(request);
        return current == null ? Context.root() : current;
    }

    /** @return whether spans of ours lead from the inner to the outer, or they are the same */
    static boolean isInside(Context inner, Context outer) {
        Context around = inner;
        while (around instanceof OpenSpan open && around != outer)
            around = open.before;
        return around == outer;
    }

    /**
     * Leaves the spans that lead to a context which is current no more; their ends are still to come.
     *
     * @return whether there were any
     */
    static boolean leaveThoseInside(Context context, Context current) {
        for (Context inside = current; inside != context && inside instanceof OpenSpan open; inside = open.before)
            LEFT.setRelease(open, true);
        return current != context;
    }

    /**
     * Whether this has not been current for a while, since something around it was closed before. In a request that is no
     * mistake: callbacks come when they come, and only what is known to be of this span is closed with it.
     */
    private boolean isLeftToOthers(Context current) {
        if (request != null)
            return !isOfThisSpan(Span.fromContext(current));
        if (isInside(before, current))
            return true;
        OutOfOrderWarning.once();
        return false;
    }

    private boolean isOfThisSpan(Span other) {
        return other == span || (other instanceof ReadableSpan readable
                && readable.getParentSpanContext().getSpanId().equals(span.getSpanContext().getSpanId()));
    }
}
