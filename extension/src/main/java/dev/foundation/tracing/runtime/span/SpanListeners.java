package dev.foundation.tracing.runtime.span;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import dev.foundation.tracing.control.SpanListener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** Tells the application's listeners. None of them can hurt what happens to the span, nor the others. */
public final class SpanListeners {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    private final List<Told> listeners;
    /** Whether this thread is telling right now: the spans that a listener makes would be told to it without end. */
    private final ThreadLocal<Boolean> telling = new ThreadLocal<>();

    public SpanListeners(List<SpanListener> listeners) {
        this.listeners = listeners.stream().map(Told::new).toList();
    }

    /** Only here is that class named, so that where there are no listeners it is not even loaded. */
    OpenSpan listenedTo(ReadableSpan recorded, Span span, Context before, SpanOpener owner, SpanPoint point) {
        return new ListenedSpan(recorded, span, before, owner, point, this);
    }

    void tell(Consumer<SpanListener> what) {
        if (telling.get() != null)
            return;
        telling.set(true);
        try {
            for (Told told : listeners)
                told.tell(what);
        } finally {
            telling.remove();
        }
    }

    private static final class Told {

        private final SpanListener listener;
        private final AtomicBoolean reported = new AtomicBoolean();

        Told(SpanListener listener) {
            this.listener = listener;
        }

        void tell(Consumer<SpanListener> what) {
            try {
                what.accept(listener);
            } catch (Throwable e) {
                if (reported.compareAndSet(false, true))
                    report(e);
            }
        }

        private void report(Throwable thrown) {
            try {
                LOG.warnf(thrown, "The span listener %s threw, which hurts nobody but itself. This is said once of each "
                        + "listener.", listener.getClass().getName());
            } catch (Throwable ignored) {
                // Nothing is left to report it with.
            }
        }
    }
}
