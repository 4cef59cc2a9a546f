package dev.foundation.tracing.runtime.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.runtime.context.ContextHeaders;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Puts {@code x-trace-id} on every response of a traced request, whatever answers it: an endpoint, an error handler, or
 * nobody (404). A bean of applications that have Quarkus's HTTP server.
 */
@ApplicationScoped
public class TraceIdHeader {

    private static final String TRACE_SAMPLED = "x-trace-sampled";

    /** Before every other filter, so that a response which one of them gives has the header too. */
    private static final int FIRST = Integer.MAX_VALUE;

    void register(@Observes Filters filters) {
        filters.register(TraceIdHeader::addHeaders, FIRST);
    }

    private static void addHeaders(RoutingContext request) {
        SpanContext span = Spans.currentSpan().getSpanContext();
        if (span.isValid())
            addHeaders(request.response(), span);
        request.next();
    }

    private static void addHeaders(HttpServerResponse response, SpanContext span) {
        response.putHeader(ContextHeaders.TRACE_ID, span.getTraceId());
        if (!span.isSampled())
            response.putHeader(TRACE_SAMPLED, "0");
    }
}
