package dev.foundation.tracing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** Before start-up, after shutdown, and where tracing is off: every body runs, no span is made. */
final class WithoutSpans implements SpanRuntime {

    private static final PropagatedContext NO_TRACE = new PropagatedContext(SpanContext.getInvalid(), Baggage.empty());

    @Override
    public <T extends @Nullable Object, X extends Throwable> T call(String name, Attributes attributes, SpanBody<T, X> body)
            throws X {
        return body.run();
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T callWith(String name, Attributes attributes,
            SpanFunction<T, X> body) throws X {
        return body.run(ActiveSpan.ignoring());
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T callIn(PropagatedContext context, SpanBody<T, X> body)
            throws X {
        return body.run();
    }

    @Override
    public <X extends Throwable> void run(String name, Attributes attributes, SpanAction<X> action) throws X {
        action.run();
    }

    @Override
    public <X extends Throwable> void runWith(String name, Attributes attributes, SpanConsumer<X> action) throws X {
        action.run(ActiveSpan.ignoring());
    }

    @Override
    public <X extends Throwable> void runIn(PropagatedContext context, SpanAction<X> action) throws X {
        action.run();
    }

    @Override
    public Span currentSpan() {
        return Span.getInvalid();
    }

    @Override
    public Span currentSpanFor(String callSite) {
        return Span.getInvalid();
    }

    @Override
    public PropagatedContext propagateContext() {
        return NO_TRACE;
    }

    @Override
    public Map<String, String> traceHeaders() {
        return Map.of();
    }

    @Override
    public Map<String, String> toHeaders(PropagatedContext context) {
        return Map.of();
    }

    @Override
    public PropagatedContext fromHeaders(Map<String, String> headers) {
        return NO_TRACE;
    }
}
