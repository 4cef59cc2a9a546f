package dev.foundation.tracing.runtime.context;

import dev.foundation.tracing.PropagatedContext;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/** Between OpenTelemetry's current context and the value that travels. */
public final class ContextValues {

    private ContextValues() {
    }

    public static PropagatedContext of(Context context) {
        return new PropagatedContext(Span.fromContext(context).getSpanContext(), Baggage.fromContext(context));
    }

    /** @return the base with span and baggage replaced; everything else in it stays */
    public static Context on(Context base, PropagatedContext context) {
        return base.with(Span.wrap(context.span())).with(context.baggage());
    }
}
