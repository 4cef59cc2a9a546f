package dev.foundation.tracing.runtime.span;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/** What the HTTP integration does for clients that are not traced by themselves. */
public interface ClientCalls {

    <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> bodies)
            throws IOException, InterruptedException;

    <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpClient client, HttpRequest request, BodyHandler<T> bodies,
            @Nullable PushPromiseHandler<T> pushes);

    /** @param client of a library that may be known or not */
    void trace(Object client);
}
