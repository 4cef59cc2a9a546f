package dev.foundation.tracing.runtime.span;

import dev.foundation.tracing.ActiveSpan;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/** A span that is current in the thread that opened it, until it is ended there. Ending never throws, twice is harmless. */
public final class OpenSpan implements ActiveSpan {

    private static final String ERROR_TYPE = "error.type";

    private final Span span;
    private final Scope scope;
    private boolean ended;
    /** The reason that was given is not to be lost when an exception follows. */
    private volatile boolean failed;

    OpenSpan(Span span, Scope scope) {
        this.span = span;
        this.scope = scope;
    }

    /** Ends the span and makes current again what was current before. */
    public void end() {
        if (ended)
            return;
        ended = true;
        try {
            scope.close();
        } catch (Throwable e) {
            TracingFailures.report("a scope was not closed", e);
        }
        try {
            span.end();
        } catch (Throwable e) {
            TracingFailures.report("a span was not ended", e);
        }
    }

    /** Ends the span as failed by what the traced code threw. */
    public void end(Throwable thrown) {
        try {
            if (!failed)
                span.setStatus(StatusCode.ERROR);
            span.setAttribute(ERROR_TYPE, thrown.getClass().getName());
            span.recordException(thrown);
        } catch (Throwable e) {
            // An exception's own getMessage may throw, and after a StackOverflowError anything may: the span ends all the same.
            TracingFailures.report("an exception was not recorded", e);
        } finally {
            end();
        }
    }

    @Override
    public ActiveSpan setAttribute(String key, String value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, long value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, double value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, boolean value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name) {
        span.addEvent(name);
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name, Attributes attributes) {
        span.addEvent(name, attributes);
        return this;
    }

    @Override
    public ActiveSpan fail(String reason) {
        failed = true;
        span.setStatus(StatusCode.ERROR, reason);
        return this;
    }

    @Override
    public SpanContext context() {
        return span.getSpanContext();
    }
}
