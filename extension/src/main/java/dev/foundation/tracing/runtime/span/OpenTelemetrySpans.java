package dev.foundation.tracing.runtime.span;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.SpanAction;
import dev.foundation.tracing.SpanBody;
import dev.foundation.tracing.SpanConsumer;
import dev.foundation.tracing.SpanFunction;
import dev.foundation.tracing.SpanRuntime;
import dev.foundation.tracing.runtime.context.ContextHeaders;
import dev.foundation.tracing.runtime.context.ContextValues;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** The API on OpenTelemetry's spans. */
public final class OpenTelemetrySpans implements SpanRuntime {

    private final SpanOpener opener;
    private final ContextHeaders headers = new ContextHeaders();
    private final MissingSpanWarnings warnings = new MissingSpanWarnings();

    public OpenTelemetrySpans(SpanOpener opener) {
        this.opener = opener;
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T call(String name, Attributes attributes, SpanBody<T, X> body)
            throws X {
        OpenSpan span = opener.open(name, attributes);
        if (span == null)
            return body.run();
        try {
            return body.run();
        } catch (Throwable thrown) {
            span.end(thrown);
            throw thrown;
        } finally {
            span.end();
        }
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T callWith(String name, Attributes attributes,
            SpanFunction<T, X> body) throws X {
        OpenSpan span = opener.open(name, attributes);
        if (span == null)
            return body.run(ActiveSpan.ignoring());
        try {
            return body.run(span);
        } catch (Throwable thrown) {
            span.end(thrown);
            throw thrown;
        } finally {
            span.end();
        }
    }

    @Override
    public <X extends Throwable> void run(String name, Attributes attributes, SpanAction<X> action) throws X {
        OpenSpan span = opener.open(name, attributes);
        if (span == null) {
            action.run();
            return;
        }
        try {
            action.run();
        } catch (Throwable thrown) {
            span.end(thrown);
            throw thrown;
        } finally {
            span.end();
        }
    }

    @Override
    public <X extends Throwable> void runWith(String name, Attributes attributes, SpanConsumer<X> action) throws X {
        OpenSpan span = opener.open(name, attributes);
        if (span == null) {
            action.run(ActiveSpan.ignoring());
            return;
        }
        try {
            action.run(span);
        } catch (Throwable thrown) {
            span.end(thrown);
            throw thrown;
        } finally {
            span.end();
        }
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T callIn(PropagatedContext context, SpanBody<T, X> body)
            throws X {
        try (Scope ignored = ContextValues.on(Context.current(), context).makeCurrent()) {
            return body.run();
        }
    }

    @Override
    public <X extends Throwable> void runIn(PropagatedContext context, SpanAction<X> action) throws X {
        try (Scope ignored = ContextValues.on(Context.current(), context).makeCurrent()) {
            action.run();
        }
    }

    @Override
    public Span currentSpan() {
        return Span.current();
    }

    @Override
    public Span currentSpanFor(String callSite) {
        Span span = Span.current();
        if (!span.getSpanContext().isValid())
            warnings.warnOnce(callSite);
        return span;
    }

    @Override
    public PropagatedContext propagateContext() {
        return ContextValues.current();
    }

    @Override
    public Map<String, String> traceHeaders() {
        return headers.forCall(ContextValues.current());
    }

    @Override
    public Map<String, String> toHeaders(PropagatedContext context) {
        return headers.toHeaders(context);
    }

    @Override
    public PropagatedContext fromHeaders(Map<String, String> map) {
        return headers.fromHeaders(map);
    }
}
