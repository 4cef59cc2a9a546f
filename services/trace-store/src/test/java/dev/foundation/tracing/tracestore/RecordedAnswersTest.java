package dev.foundation.tracing.tracestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a real Tempo answered, the store answers too: status, content type and body, compared by decoded values. */
class RecordedAnswersTest {

    // By reason. Every other recorded request is answered as recorded.
    private static final Map<String, Set<String>> NOT_YET = Map.ofEntries(
            Map.entry("its values are of the build; the fields are compared below", Set.of("buildinfo.json")),
            Map.entry("answers in Protobuf", Set.of("v1.pb", "v1-unknown.pb", "v2.pb", "v2-unknown.pb")),
            Map.entry("TraceQL beyond {}",
                    Set.of("search-q-service.json", "search-q-select.json", "search-q-miss.json", "search-q-bad.txt",
                            "search-q-unclosed.txt", "search-builder.json", "search-q-by.json", "search-q-count.json",
                            "search-q-min.json", "search-q-sum.json", "search-q-sibling.json", "search-q-not-child.json",
                            "search-q-not-desc.json", "search-q-union-desc.json")),
            Map.entry("names of tags",
                    Set.of("tags-v1.json", "tags-v2.json", "tags-v2-span.json", "tags-v2-bad.txt", "tags-v2-limit.json")),
            Map.entry("values of tags",
                    Set.of("values-v2-name.json", "values-v2-status.json", "values-v2-kind.json", "values-v2-duration.json",
                            "values-v2-rootServiceName.json", "values-v2-service.name.json",
                            "values-v2-resource.service.name.json", "values-v2-span.http.response.status_code.json",
                            "values-v2-span.cache.hit.json", "values-v2-span.ratio.json", "values-v2-span.big.int.json",
                            "values-v2-span.tags.json", "values-v2-span.nosuch.json", "values-v2-event.exception.type.json",
                            "values-v2-instrumentation_name.json", "values-v1-service.name.json", "values-v2-filtered.json")),
            Map.entry("metrics", Set.of("metrics-rate.json", "metrics-count-by.json", "metrics-quantile.json",
                    "metrics-bad.json", "metrics-instant.json")));

    private static TraceStore store;
    private static StoreClient client;
    // What is pushed again must not be in the answers to queries.
    private static TraceStore receiver;

    @BeforeAll
    static void pushThePayload() {
        store = TraceStore.start(TraceStoreOptions.onFreePorts());
        client = new StoreClient(store);
        receiver = TraceStore.start(TraceStoreOptions.onFreePorts());
        client.export(OtlpJson.parse(Recorded.text("payload.json")));
    }

    @AfterAll
    static void close() {
        store.close();
        receiver.close();
    }

    static Stream<Recorded.Request> answered() {
        return Recorded.requests().stream().filter(request -> !notYet().contains(request.file()));
    }

    private static Set<String> notYet() {
        return NOT_YET.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("answered")
    void requestIsAnsweredAsRecorded(Recorded.Request recorded) {
        HttpRequest.Builder request = recorded.target().startsWith("OTLP") ? new StoreClient(receiver).otlp()
                : client.query(recorded.path());
        new JsonObject(recorded.headers()).forEach(header -> request.setHeader(header.getKey(), (String) header.getValue()));
        HttpResponse<byte[]> answer = client.send(request.method(recorded.method(), body(recorded)));

        assertThat(answer.statusCode()).isEqualTo(recorded.status());
        assertThat(answer.headers().firstValue("content-type").orElse("")).isEqualTo(recorded.contentType());
        assertThat(decoded(recorded, StoreClient.text(answer))).isEqualTo(decoded(recorded, Recorded.text(recorded.file())));
    }

    @Test
    void whatIsNotYetAnsweredWasRecorded() {
        assertThat(Recorded.requests()).extracting(Recorded.Request::file).containsAll(notYet());
    }

    @Test
    void buildInfoHasTheRecordedFields() {
        assertThat(client.json("/api/status/buildinfo").fieldNames())
                .isEqualTo(new JsonObject(Recorded.text("buildinfo.json")).fieldNames());
    }

    private static BodyPublisher body(Recorded.Request recorded) {
        // Of the bomb, only its size was recorded.
        if (recorded.file().equals("ingest-gzip-bomb.txt"))
            return BodyPublishers.ofByteArray(StoreClient.gzip(new byte[60_000_000]));
        return recorded.body().isEmpty() ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(Recorded.bytes(recorded.body()));
    }

    private static Object decoded(Recorded.Request request, String body) {
        return request.contentType().equals("application/json") ? canonical(new JsonObject(body)) : body;
    }

    // Lists have no order that counts, and Tempo's metrics are its own.
    private static Object canonical(Object value) {
        if (value instanceof JsonObject object) {
            Map<String, Object> fields = new TreeMap<>();
            object.forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
            fields.remove("metrics");
            return fields;
        }
        if (value instanceof JsonArray array)
            return array.stream().map(RecordedAnswersTest::canonical).map(Object::toString).sorted().toList();
        return value;
    }
}
