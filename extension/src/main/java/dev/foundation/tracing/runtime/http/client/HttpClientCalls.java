package dev.foundation.tracing.runtime.http.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.SpanOptions;
import dev.foundation.tracing.runtime.context.ContextHeaders;
import dev.foundation.tracing.runtime.context.ContextValues;
import dev.foundation.tracing.runtime.redaction.SafeUrls;
import dev.foundation.tracing.runtime.span.ClientCalls;
import dev.foundation.tracing.runtime.span.OngoingSpan;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoint;
import dev.foundation.tracing.runtime.span.SpanPoints;
import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/** Calls by the JDK's client, each in a span of its own; and clients of libraries, each by the integration that knows it. */
public final class HttpClientCalls implements ClientCalls {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    private static final SpanOptions OPTIONS = SpanOptions.ofKind(SpanKind.CLIENT);
    private static final String CLIENT = "HTTP client";
    private static final SpanPoint OTHER = SpanPoints.at(CLIENT, HttpNames.HTTP, OPTIONS);
    private static final Map<String, SpanPoint> POINTS = HttpNames.METHODS.stream()
            .collect(Collectors.toUnmodifiableMap(method -> method, method -> SpanPoints.at(CLIENT, method, OPTIONS)));

    private final ContextHeaders headers = new ContextHeaders();
    private final SpanOpener opener;
    private final SafeUrls urls;
    private final Iterable<ClientLibrary> libraries;

    /** @param libraries those that the application has */
    public HttpClientCalls(SpanOpener opener, SafeUrls urls, Iterable<ClientLibrary> libraries) {
        this.opener = opener;
        this.urls = urls;
        this.libraries = libraries;
    }

    @Override
    public <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> bodies)
            throws IOException, InterruptedException {
        CallSpan span = open(request, bodies);
        if (span == null)
            return client.send(withTraceHeaders(request), bodies);
        CountedBody<T> counted = new CountedBody<>(bodies);
        HttpResponse<T> response;
        try {
            response = client.send(withTraceHeaders(request), counted);
        } catch (Throwable thrown) {
            span.end(null, thrown, counted);
            throw thrown;
        }
        span.end(response, null, counted);
        return response;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpClient client, HttpRequest request, BodyHandler<T> bodies,
            @Nullable PushPromiseHandler<T> pushes) {
        CallSpan span = open(request, bodies);
        if (span == null)
            return client.sendAsync(withTraceHeaders(request), bodies, pushes);
        CountedBody<T> counted = new CountedBody<>(bodies);
        CompletableFuture<HttpResponse<T>> future;
        try {
            future = client.sendAsync(withTraceHeaders(request), counted, pushes);
        } catch (Throwable thrown) {
            span.end(null, thrown, counted);
            throw thrown;
        }
        span.leave();
        // The client's own future is handed on: to cancel it ends the exchange, which one that depends on it would not.
        CompletionStage<HttpResponse<T>> stage = future;
        stage.whenComplete((response, failure) -> span.end(response, failure, counted));
        return future;
    }

    private @Nullable CallSpan open(HttpRequest request, BodyHandler<?> bodies) {
        Objects.requireNonNull(bodies, "responseHandler"); // as the client does, before there is a span that would not end
        OngoingSpan span = opener.open(POINTS.getOrDefault(request.method(), OTHER));
        return span == null ? null : described(span, request);
    }

    private CallSpan described(OngoingSpan span, HttpRequest request) {
        CallSpan call = new CallSpan(span);
        try {
            return call.begins(request, urls);
        } catch (RuntimeException e) {
            TracingFailures.report("a request was not described", e);
            return call;
        }
    }

    private HttpRequest withTraceHeaders(HttpRequest request) {
        try {
            return headers.addTo(request, ContextValues.of(Context.current()));
        } catch (RuntimeException e) {
            TracingFailures.report("a request has no trace headers", e);
            return request;
        }
    }

    @Override
    public void trace(Object client) {
        try {
            if (!isTracedByItsLibrary(client))
                LOG.warnf(
                        "Spans.traced() knows no client of %s, so its calls are not traced: the JDK's HttpClient and Vert.x's "
                                + "WebClient can be, and REST clients are without it",
                        client.getClass().getName());
        } catch (RuntimeException e) {
            TracingFailures.report("a client is not traced", e);
        }
    }

    private boolean isTracedByItsLibrary(Object client) {
        for (ClientLibrary library : libraries) {
            if (library.trace(client))
                return true;
        }
        return false;
    }
}
