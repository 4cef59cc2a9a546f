package dev.foundation.tracing.runtime.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.runtime.context.ContextHeaders;
import dev.foundation.tracing.runtime.sampling.SamplerProbe;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Puts {@code x-trace-id} on every response of a traced request, whatever answers it: an endpoint, an error handler, or
 * nobody (404). A bean of applications that have Quarkus's HTTP server.
 */
@ApplicationScoped
public class TraceIdHeader {

    private static final String TRACE_SAMPLED = "x-trace-sampled";
    private static final String NOT_SAMPLED = "0";
    /** It is recorded, and its end, after the response, decides whether it is kept. */
    private static final String UNDECIDED = "undecided";

    /** Before every other filter, so that a response which one of them gives has the header too. */
    private static final int FIRST = Integer.MAX_VALUE;

    private final SamplerProbe sampler;

    TraceIdHeader(OpenTelemetry openTelemetry) {
        this.sampler = SamplerProbe.of(openTelemetry);
    }

    void register(@Observes Filters filters) {
        filters.register(this::addHeaders, FIRST);
    }

    private void addHeaders(RoutingContext request) {
        Span current = Spans.currentSpan();
        SpanContext span = current.getSpanContext();
        if (span.isSampled())
            request.response().putHeader(ContextHeaders.TRACE_ID, span.getTraceId());
        else if (span.isValid() && !isSuppressed(request.request()))
            request.response().putHeader(ContextHeaders.TRACE_ID, span.getTraceId())
                    .putHeader(TRACE_SAMPLED, current.isRecording() ? UNDECIDED : NOT_SAMPLED);
        request.next();
    }

    private boolean isSuppressed(HttpServerRequest request) {
        return sampler.suppresses(request.path(), request.query());
    }
}
