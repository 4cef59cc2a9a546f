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
        if (mine == null || !canBeLeftHere(mine))
            return;
        scope = null;
        try {
            if (opener != Thread.currentThread() || Context.current() == this)
                mine.close();
            else
                leaveOutOfOrder();
        } catch (Throwable e) {
            TracingFailures.report("a scope was not closed", e);
        }
        before = null;
    }

    /**
     * A thread's context can be changed by that thread alone; a request's by any, and its scope knows the request it is of.
     */
    private boolean canBeLeftHere(Scope mine) {
        return opener == Thread.currentThread() || mine.getClass().getEnclosingClass() == QuarkusContextStorage.class;
    }

    // Not closed, for it restores what a scope would: this one's own would not, as it is not the current one.
    @SuppressWarnings("MustBeClosedChecker")
    private void leaveOutOfOrder() {
        for (Context inside = Context.current(); inside != this && inside instanceof OpenSpan other; inside = other.before)
            other.scope = null;
        if (before != null)
            before.makeCurrent();
        OutOfOrderWarning.once();
    }
}
