package dev.foundation.tracing.test.junit;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;

/** Sends each request as part of a trace of one test, by another client. */
final class TracedHttpClient extends HttpClient {

    private final HttpClient client;
    private final TestTraces traces;

    TracedHttpClient(HttpClient client, TestTraces traces) {
        this.client = client;
        this.traces = traces;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException, InterruptedException {
        return answered(client.send(traced(request), handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return client.sendAsync(traced(request), handler).thenApply(this::answered);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler,
            @Nullable PushPromiseHandler<T> pushPromiseHandler) {
        return client.sendAsync(traced(request), handler, pushPromiseHandler).thenApply(this::answered);
    }

    private HttpRequest traced(HttpRequest request) {
        SentTrace sent = traces.send(request.headers().firstValue(SentTrace.HEADER).orElse(null));
        return HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase(SentTrace.HEADER))
                .header(SentTrace.HEADER, sent.traceparent()).build();
    }

    private <T> HttpResponse<T> answered(HttpResponse<T> response) {
        traces.answered(response.headers().firstValue(AnsweredTrace.ID).orElse(null),
                response.headers().firstValue(AnsweredTrace.SAMPLED).orElse(null));
        return response;
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return client.newWebSocketBuilder();
    }
}
