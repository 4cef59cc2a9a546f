package dev.foundation.tracing.runtime.http.vertx;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.context.ContextHeaders;
import dev.foundation.tracing.runtime.context.ContextValues;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.ContextCustomizer;
import io.vertx.core.spi.observability.HttpRequest;

/**
 * The parent of a client's span: what was current where the call was made, rather than where there was a connection at last.
 * If nothing is known of that but trace headers which the caller has set, the span belongs to their trace.
 */
final class ParentOfCall implements ContextCustomizer<Object> {

    private static final String TRACE_PARENT = "traceparent";

    private final ContextHeaders headers = new ContextHeaders();

    @Override
    public Context onStart(Context parent, Object request, Attributes attributes) {
        ClientCall call = CallTracer.starting();
        if (call != null)
            return call.parent;
        if (Span.fromContext(parent).getSpanContext().isValid() || !(request instanceof HttpRequest http))
            return parent;
        String traceParent = ownTraceParent(http);
        return traceParent == null ? parent
                : ContextValues.on(parent, headers.fromHeaders(new HashMap<>(Map.of(TRACE_PARENT, traceParent))));
    }

    private static @Nullable String ownTraceParent(HttpRequest request) {
        return request.headers() == null ? null : request.headers().get(TRACE_PARENT);
    }
}
