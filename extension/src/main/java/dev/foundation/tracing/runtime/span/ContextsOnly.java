package dev.foundation.tracing.runtime.span;

import java.util.Map;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.SpanRuntime;
import dev.foundation.tracing.runtime.context.ContextHeaders;
import dev.foundation.tracing.runtime.context.ContextValues;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** The API where the extension is switched off: no span of ours, but whoever makes spans can carry them elsewhere. */
public class ContextsOnly implements SpanRuntime {

    private final ContextHeaders headers = new ContextHeaders();

    @Override
    public ActiveSpan open(String name) {
        return ActiveSpan.ignoring();
    }

    @Override
    public ActiveSpan open(String name, SpanOptions options) {
        return ActiveSpan.ignoring();
    }

    @Override
    public ActiveSpan current(String what) {
        return ActiveSpan.ignoring();
    }

    // The API closes it, as soon as the body has run.
    @Override
    @SuppressWarnings("MustBeClosedChecker")
    public final Scope continueIn(PropagatedContext context) {
        try {
            return ContextValues.on(Context.current(), context).makeCurrent();
        } catch (RuntimeException e) {
            TracingFailures.report("a context was not continued", e);
            return Scope.noop();
        }
    }

    @Override
    public final PropagatedContext propagateContext() {
        return ContextValues.current();
    }

    @Override
    public final Map<String, String> traceHeaders() {
        return headers.forCall(ContextValues.current());
    }

    @Override
    public final Map<String, String> toHeaders(PropagatedContext context) {
        return headers.toHeaders(context);
    }

    @Override
    public final PropagatedContext fromHeaders(Map<String, String> map) {
        return headers.fromHeaders(map);
    }
}
