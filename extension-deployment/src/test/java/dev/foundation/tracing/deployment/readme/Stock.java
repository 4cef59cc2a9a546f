package dev.foundation.tracing.deployment.readme;

import static dev.foundation.tracing.Spans.traced;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;

/** The README's example of traced clients, run as it stands there. */
@ApplicationScoped
public class Stock {

    private static final HttpClient CLIENT = traced(HttpClient.newHttpClient());

    private final WebClient webClient;

    Stock(Vertx vertx) {
        webClient = traced(WebClient.create(vertx));
    }

    String ask(URI address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }

    Uni<String> askLater(URI address) {
        return Uni.createFrom().completionStage(
                () -> webClient.getAbs(address.toString()).send().toCompletionStage()).map(answer -> answer.bodyAsString());
    }
}
