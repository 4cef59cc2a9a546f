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
            span.end();
        } catch (RuntimeException e) {
            TracingFailures.report("a span was not ended in order", e);
        }
    }

    /** Ends the span as failed by what the traced code threw. */
    public void end(Throwable thrown) {
        try {
            span.recordException(thrown);
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(ERROR_TYPE, thrown.getClass().getName());
        } catch (RuntimeException e) {
            // An exception's own getMessage or stack trace may throw: the span ends all the same.
            TracingFailures.report("an exception was not recorded", e);
        }
        end();
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
        span.setStatus(StatusCode.ERROR, reason);
        return this;
    }

    @Override
    public SpanContext context() {
        return span.getSpanContext();
    }
}
