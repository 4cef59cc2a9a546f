package dev.foundation.tracing;

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

/**
 * The JDK's client with a span around each call. It asks for the runtime at each call, so that one which was made before the
 * application started, in a static field, is traced as well.
 */
final class TracedHttpClient extends HttpClient {

    private final HttpClient client;

    TracedHttpClient(HttpClient client) {
        this.client = client;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> bodies) throws IOException, InterruptedException {
        return SpanRuntime.installed().send(client, request, bodies);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> bodies) {
        return SpanRuntime.installed().sendAsync(client, request, bodies, null);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> bodies,
            @Nullable PushPromiseHandler<T> pushes) {
        return SpanRuntime.installed().sendAsync(client, request, bodies, pushes);
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

    // What HttpClient has since Java 21: these override it there, and mean nothing before.

    public void shutdown() {
        SinceJava21.SHUTDOWN.call(client);
    }

    public void shutdownNow() {
        SinceJava21.SHUTDOWN_NOW.call(client);
    }

    public boolean isTerminated() {
        return Boolean.TRUE.equals(SinceJava21.IS_TERMINATED.call(client));
    }

    public boolean awaitTermination(Duration duration) throws InterruptedException {
        return Boolean.TRUE.equals(SinceJava21.AWAIT_TERMINATION.call(client, duration));
    }

    public void close() {
        SinceJava21.CLOSE.call(client);
    }

    @Override
    public String toString() {
        return "traced " + client;
    }
}
