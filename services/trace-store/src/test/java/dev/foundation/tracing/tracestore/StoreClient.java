package dev.foundation.tracing.tracestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Talks to a store over real sockets. */
public final class StoreClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final TraceStore store;

    public StoreClient(TraceStore store) {
        this.store = store;
    }

    public HttpRequest.Builder otlp() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + store.otlpHttpPort() + "/v1/traces"))
                .header("Content-Type", "application/x-protobuf");
    }

    public HttpRequest.Builder query(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + store.queryPort() + path));
    }

    public HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends spans that must be taken. */
    public void export(SpanFixture... spans) {
        export(SpanFixture.request(spans));
    }

    public void export(List<SpanFixture> spans) {
        export(SpanFixture.request(spans));
    }

    public void export(ExportTraceServiceRequest request) {
        assertThat(post(request.toByteArray()).statusCode()).isEqualTo(200);
    }

    public HttpResponse<byte[]> post(byte[] body) {
        return send(otlp().POST(BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<byte[]> get(String path) {
        return send(query(path));
    }

    public JsonObject json(String path) {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return new JsonObject(text(answer));
    }

    /** The spans of a trace in Tempo's JSON; empty if it is unknown. */
    public List<JsonObject> spans(long trace) {
        JsonArray resourceSpans = json("/api/v2/traces/" + SpanFixture.hexTraceId(trace)).getJsonObject("trace")
                .getJsonArray("resourceSpans", new JsonArray());
        return objects(resourceSpans).flatMap(resource -> objects(resource.getJsonArray("scopeSpans")))
                .flatMap(scope -> objects(scope.getJsonArray("spans"))).toList();
    }

    /** The ids a search finds, in its order. */
    public List<String> search(String parameters) {
        return objects(json("/api/search?" + parameters).getJsonArray("traces")).map(trace -> trace.getString("traceID"))
                .toList();
    }

    public List<String> searchTags(String tags) {
        return search("tags=" + URLEncoder.encode(tags, StandardCharsets.UTF_8));
    }

    public List<String> searchTraceQl(String query) {
        return search("q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
