package dev.foundation.tracing.tracestore.tempo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.StoreClient;
import dev.foundation.tracing.tracestore.TraceStore;
import dev.foundation.tracing.tracestore.TraceStoreOptions;

/** Whatever answers Tempo's API: this store, or any Tempo by {@code -Dtempo.url=… -Dtempo.otlp=…}, best an empty one. */
final class Tempo implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final @Nullable TraceStore store;
    private final String query;
    private final String otlp;

    private Tempo(@Nullable TraceStore store, String query, String otlp) {
        this.store = store;
        this.query = query;
        this.otlp = otlp;
    }

    static Tempo start() {
        String url = System.getProperty("tempo.url");
        if (url != null)
            return new Tempo(null, url, Objects.requireNonNull(System.getProperty("tempo.otlp"), "-Dtempo.otlp is missing"));
        TraceStore store = TraceStore.start(TraceStoreOptions.onFreePorts());
        return new Tempo(store, "http://127.0.0.1:" + store.queryPort(), "http://127.0.0.1:" + store.otlpHttpPort());
    }

    /** Sends the recorded payload, and waits until it is found. This store must find it at once. */
    Freshened push() {
        Freshened fresh = new Freshened(System.currentTimeMillis() / 1000);
        HttpResponse<byte[]> answer = send(to(otlp + "/v1/traces").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(fresh.content(Recorded.text("payload.json")))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(StoreClient.text(answer)).isEqualTo(Recorded.text("ingest-json.json"));
        String search = fresh.path("/api/search?q=%7B%7D&start={now-300}&end={now+60}");
        Awaitility.await().atMost(Duration.ofSeconds(store == null ? 60 : 1))
                .until(() -> StoreClient.text(send(get(search))).contains(fresh.traceId()));
        return fresh;
    }

    HttpRequest.Builder get(String path) {
        return to(query + path);
    }

    HttpRequest.Builder request(Recorded.Row row, Freshened fresh) {
        return to((row.isIngest() ? otlp : query) + fresh.path(row.path()));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.Builder to(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    @Override
    public void close() {
        if (store != null)
            store.close();
    }
}
