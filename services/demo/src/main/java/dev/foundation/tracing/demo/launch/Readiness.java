package dev.foundation.tracing.demo.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks processes over HTTP whether they are ready. */
final class Readiness {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);
    // A proxy that the user's environment names knows nothing about this machine's loopback.
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_TIMEOUT).proxy(HttpClient.Builder.NO_PROXY).build();

    private Readiness() {
    }

    /** @return whether it answers 200; false as well while nobody listens */
    static boolean isReady(URI probe) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(probe).timeout(ANSWER_TIMEOUT).build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
