package dev.foundation.tracing.runtime.http.vertx;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.context.ContextHeaders;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.ContextCustomizer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The trace id of a caller who knows only {@code x-trace-id}. The root of its trace is here, so there is no parent that could
 * hand it on: it waits on the thread for the id of the span that is about to start.
 */
final class AcceptedTraceId implements ContextCustomizer<Object> {

    private static final String TRACE_PARENT = "traceparent";

    private static final ThreadLocal<@Nullable String> ACCEPTED = new ThreadLocal<>();

    /** @return the id for the root that starts now, once; null if it may have any */
    static @Nullable String take() {
        String id = ACCEPTED.get();
        if (id != null)
            ACCEPTED.remove();
        return id;
    }

    @Override
    public Context onStart(Context parent, Object request, Attributes attributes) {
        ACCEPTED.remove();
        if (request instanceof HttpServerRequest http && !Span.fromContext(parent).getSpanContext().isValid()) {
            String id = idOf(http);
            if (id != null)
                ACCEPTED.set(id);
        }
        return parent;
    }

    private static @Nullable String idOf(HttpServerRequest request) {
        List<String> ids = request.headers().getAll(ContextHeaders.TRACE_ID);
        boolean acceptable = ids.size() == 1 && TraceId.isValid(ids.get(0)) && !request.headers().contains(TRACE_PARENT);
        return acceptable ? ids.get(0) : null;
    }
}
