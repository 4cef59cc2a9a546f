package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;

/**
 * What is current while asynchronous work is put together whose span begins only when somebody subscribes to it. Context
 * propagation keeps it, and makes it current again for each part of that work, which then belongs to that span.
 */
public final class LaterContext implements Context {

    private final Context asked;
    private volatile @Nullable Context begun;

    private LaterContext(Context asked) {
        this.asked = asked;
    }

    /** @return what work is to be asked for in; null if there is no span, and so nothing that would be propagated */
    public static @Nullable LaterContext ofWorkAskedForHere() {
        Context asked = SpanOpener.current();
        return Span.fromContext(asked).getSpanContext().isValid() ? new LaterContext(asked) : null;
    }

    /**
     * Makes it current while the work is put together.
     *
     * @return to be closed on this thread
     */
    public Scope assembling() {
        return ContextsOnly.continued(this);
    }

    /**
     * Makes current what was current when the work was asked for, as Quarkus does for what runs later.
     *
     * @return to be closed on this thread
     */
    public Scope asked() {
        return asked == SpanOpener.current() ? Scope.noop() : ContextsOnly.continued(asked);
    }

    /** The work's span has begun. */
    public void begins(OngoingSpan span) {
        begun = span instanceof OpenSpan open ? open : null;
    }

    /** It has ended. */
    public void ends() {
        begun = null;
    }

    Context inside() {
        Context now = begun;
        return now == null ? asked : now;
    }

    @Override
    public <V> @Nullable V get(ContextKey<V> key) {
        return inside().get(key);
    }

    @Override
    public <V> Context with(ContextKey<V> key, V value) {
        return inside().with(key, value);
    }
}
