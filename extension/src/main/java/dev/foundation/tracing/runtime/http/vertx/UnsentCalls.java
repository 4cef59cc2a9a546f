package dev.foundation.tracing.runtime.http.vertx;

import dev.foundation.tracing.runtime.http.client.HttpNames;
import dev.foundation.tracing.runtime.redaction.SafeUrls;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;

/** The spans of calls that failed before there was a connection: refused, host unknown, no connection free. */
final class UnsentCalls {

    private final Tracer tracer;
    private final SafeUrls urls;

    UnsentCalls(OpenTelemetry openTelemetry, SafeUrls urls) {
        this.tracer = openTelemetry.getTracer("dev.foundation.tracing");
        this.urls = urls;
    }

    void record(ClientCall call, Throwable failure) {
        CallTarget target = call.target;
        Span span = tracer.spanBuilder(call.operation == null ? target.method() : call.operation).setParent(call.parent)
                .setSpanKind(SpanKind.CLIENT).setStartTimestamp(call.began).startSpan();
        span.setAttribute(HttpNames.METHOD, target.method());
        span.setAttribute(HttpNames.URL_FULL, urls.url(target.url()));
        if (target.host() != null)
            span.setAttribute(HttpNames.SERVER_ADDRESS, target.host());
        span.setAttribute(HttpNames.SERVER_PORT, target.port());
        if (call.template != null)
            span.setAttribute(HttpNames.URL_TEMPLATE, call.template);
        span.setAttribute(HttpNames.ERROR_TYPE, failure.getClass().getName());
        span.recordException(failure).setStatus(StatusCode.ERROR).end();
    }
}
