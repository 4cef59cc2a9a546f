package dev.foundation.tracing.runtime.http.webclient;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.context.ContextHeaders;
import dev.foundation.tracing.runtime.http.vertx.CallTarget;
import dev.foundation.tracing.runtime.http.vertx.ClientCall;
import dev.foundation.tracing.runtime.http.vertx.VertxTracing;
import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.impl.HttpContext;

/** Sees each request of a WebClient before it is sent, and how it ends; each redirect is a request of its own. */
final class WebClientCalls implements Handler<HttpContext<?>> {

    private static final String PARENT = "dev.foundation.tracing.parent";
    private static final String OPERATION = "dev.foundation.tracing.operation";
    private static final String CALL = "dev.foundation.tracing.call";

    @Override
    public void handle(HttpContext<?> http) {
        try {
            if (VertxTracing.isInstalled())
                observe(http);
        } catch (RuntimeException e) {
            TracingFailures.report("a call of a WebClient is not observed", e);
        }
        http.next();
    }

    private static void observe(HttpContext<?> http) {
        switch (http.phase()) {
            case PREPARE_REQUEST -> http.set(PARENT, Context.current());
            case CREATE_REQUEST -> begin(http, http.requestOptions());
            case FAILURE -> end(http, http.failure());
            case DISPATCH_RESPONSE -> end(http, null);
            default -> {
            }
        }
    }

    private static void begin(HttpContext<?> http, RequestOptions request) {
        boolean isRedirected = http.get(CALL) != null;
        if (isRedirected)
            end(http, null);
        else
            http.set(OPERATION, request.getTraceOperation());
        Context parent = Objects.requireNonNullElse(http.get(PARENT), Context.root());
        CallTarget target = targetOf(request);
        String operation = Objects.requireNonNullElse(http.get(OPERATION), target.method());
        ClientCall call = new ClientCall(parent, target, http.redirects(), operation, null);
        http.set(CALL, call);
        addTraceId(request, Span.fromContext(parent).getSpanContext());
        request.setTraceOperation(call.announce());
    }

    /** Vert.x's tracing adds the other headers. */
    private static void addTraceId(RequestOptions request, SpanContext parent) {
        if (parent.isValid() && !request.getHeaders().contains(ContextHeaders.TRACE_ID))
            request.putHeader(ContextHeaders.TRACE_ID, parent.getTraceId());
    }

    private static CallTarget targetOf(RequestOptions request) {
        String scheme = Boolean.TRUE.equals(request.isSsl()) ? "https://" : "http://";
        String url = scheme + request.getHost() + ":" + request.getPort() + request.getURI();
        return new CallTarget(request.getMethod().name(), url, request.getHost(), request.getPort());
    }

    private static void end(HttpContext<?> http, @Nullable Throwable failure) {
        ClientCall call = http.get(CALL);
        if (call != null)
            call.end(failure);
    }
}
