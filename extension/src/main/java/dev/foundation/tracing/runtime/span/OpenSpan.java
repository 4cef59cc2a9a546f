package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;

/**
 * A span of ours, which is also the context that is current while it is open: that saves an object for each span, and lets a
 * scope that is closed out of order see what was opened inside it.
 */
final class OpenSpan extends RecordingSpan implements Context {

    private static final ContextKey<Span> SPAN = SpanKey.find();

    private final SpanOpener owner;
    /** What is below all open spans of ours, where everything but the span is found. */
    private final Context base;
    private final Thread opener = Thread.currentThread();
    private final long startedAfter;
    /** Forgotten once it is current again, lest a chain of spans that each begin the next be kept forever. */
    private @Nullable Context before;
    /** Null once something else is current: after closing, or if a span around this one was closed first. */
    private @Nullable Scope scope;
    private volatile boolean ended;

    OpenSpan(Span span, Context before, SpanOpener owner) {
        super(span);
        this.owner = owner;
        this.before = before;
        this.base = before instanceof OpenSpan around ? around.base : before;
        this.startedAfter = owner.failures().count();
    }

    // The open span holds the scope, and closes it when it ends.
    @SuppressWarnings("MustBeClosedChecker")
    OpenSpan enter() {
        scope = makeCurrent();
        return this;
    }

    @Override
    @SuppressWarnings("unchecked") // only OpenTelemetry has the key, and it asks for a span
    public <V> @Nullable V get(ContextKey<V> key) {
        return key == SPAN ? (V) span : base.get(key);
    }

    @Override
    public <V> Context with(ContextKey<V> key, V value) {
        return key == SPAN ? base.with(key, value) : base.with(SPAN, span).with(key, value);
    }

    @Override
    Failures failures() {
        return owner.failures();
    }

    @Override
    long startedAfter() {
        return startedAfter;
    }

    @Override
    public <T extends @Nullable Object> T endWith(T result) {
        return endWith(result, null);
    }

    <T extends @Nullable Object> T endWith(T result, @Nullable String resultKey) {
        leave();
        return owner.asyncResults().endWith(this, result, resultKey);
    }

    @Override
    public void close() {
        leave();
        end();
    }

    void end() {
        ended = true;
        try {
            span.end();
        } catch (Throwable e) {
            TracingFailures.report("a span was not ended", e);
        }
    }

    /** @return whether this is still current here though another thread has ended it, which could not change that */
    boolean isLeftBehind() {
        return ended && scope != null && opener == Thread.currentThread();
    }

    /** Makes current again what was current before. */
    void leave() {
        Scope mine = scope;
        if (mine == null || (opener != Thread.currentThread() && !isOfRequest(mine)))
            return;
        scope = null;
        try {
            restore(mine);
        } catch (Throwable e) {
            TracingFailures.report("a scope was not closed", e);
        }
        before = null;
    }

    // What is made current then is not closed, for it does what a scope would: a thread's own would not, out of order.
    @SuppressWarnings("MustBeClosedChecker")
    private void restore(Scope mine) {
        Context current = Context.current();
        if (isInside(current))
            passOver(current);
        if (current == this || isOfRequest(mine)) {
            mine.close();
        } else if (before != null) {
            before.makeCurrent();
            OutOfOrderWarning.once();
        }
    }

    /** A thread's context is changed by that thread alone; a request's scope knows its request, whatever runs here now. */
    private static boolean isOfRequest(Scope mine) {
        return mine.getClass().getEnclosingClass() == QuarkusContextStorage.class;
    }

    private boolean isInside(Context current) {
        Context around = current;
        while (around instanceof OpenSpan open && open != this)
            around = open.before;
        return around == this;
    }

    private void passOver(Context current) {
        for (Context inside = current; inside != this && inside instanceof OpenSpan open; inside = open.before)
            open.leftByAnother();
    }

    private void leftByAnother() {
        scope = null;
        OutOfOrderWarning.once();
    }
}
