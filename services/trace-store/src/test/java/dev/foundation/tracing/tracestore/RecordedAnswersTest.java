package dev.foundation.tracing.tracestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a real Tempo answered, the store answers too: status, content type and body, compared by decoded values. */
class RecordedAnswersTest {

    private static final Set<String> QUERIES = Set.of("echo.txt", "ready.txt", "nope.txt", "post-search.txt", "v1.json",
            "v1-noaccept.json", "v1-unknown.txt", "v1-notHex.txt", "v1-tooLong.txt", "v1-short.txt", "v1-odd.txt", "v2.json",
            "v2-noaccept.json", "v2-unknown.txt", "v2-notHex.txt", "v2-tooLong.txt", "v2-short.txt", "v2-odd.txt",
            "search-none.json", "search-tags.json", "search-tags-duration.json", "search-tags-two.json",
            "search-tags-miss.json", "search-q-all.json", "search-q-spss1.json", "search-past.json", "search-q-and-tags.txt",
            "search-limit0.txt", "search-limit-huge.txt", "search-limit-negative.txt", "search-limit-word.txt",
            "search-range-reversed.txt", "search-range-8d.txt", "ingest-get.txt", "ingest-options.txt");

    private static TraceStore store;
    private static StoreClient client;

    @BeforeAll
    static void pushThePayload() {
        store = TraceStore.start(TraceStoreOptions.onFreePorts());
        client = new StoreClient(store);
        client.export(OtlpJson.parse(Recorded.text("payload.json")));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static Stream<Recorded.Request> queries() {
        return Recorded.requests().stream().filter(request -> QUERIES.contains(request.file()));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void queryIsAnsweredAsRecorded(Recorded.Request recorded) {
        HttpRequest.Builder request = recorded.target().startsWith("OTLP") ? client.otlp() : client.query(recorded.path());
        new JsonObject(recorded.headers()).forEach(header -> request.setHeader(header.getKey(), (String) header.getValue()));
        HttpResponse<byte[]> answer = client.send(request.method(recorded.method(), BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(recorded.status());
        assertThat(answer.headers().firstValue("content-type").orElse("")).isEqualTo(recorded.contentType());
        assertThat(decoded(recorded, StoreClient.text(answer))).isEqualTo(decoded(recorded, Recorded.text(recorded.file())));
    }

    @Test
    void everyListedQueryWasRecorded() {
        assertThat(queries()).hasSameSizeAs(QUERIES);
    }

    @Test
    void buildInfoHasTheRecordedFields() {
        assertThat(client.json("/api/status/buildinfo").fieldNames())
                .isEqualTo(new JsonObject(Recorded.text("buildinfo.json")).fieldNames());
    }

    @Test
    void nonsenseIsRefusedAsRecorded() {
        HttpResponse<byte[]> answer = client.post(Recorded.bytes("sent-not-protobuf"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/x-protobuf");
        assertThat(answer.body()).isEqualTo(Recorded.bytes("ingest-not-protobuf.txt"));
    }

    @Test
    void anotherContentTypeIsRefusedAsRecorded() {
        HttpResponse<byte[]> answer = client.send(client.otlp().setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(Recorded.bytes("sent-text-plain"))));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain");
        assertThat(StoreClient.text(answer)).isEqualTo(Recorded.text("ingest-text-plain.txt"));
    }

    @Test
    void anUnknownEncodingIsRefusedWithTheRecordedMessage() throws InvalidProtocolBufferException {
        HttpResponse<byte[]> answer = client.send(client.otlp().header("Content-Encoding", "br").POST(
                BodyPublishers.ofString("x")));

        assertRefused(answer, "ingest-brotli.txt");
    }

    @Test
    void brokenGzipIsRefusedWithTheRecordedMessage() throws InvalidProtocolBufferException {
        HttpResponse<byte[]> answer = client.send(client.otlp().header("Content-Encoding", "gzip").POST(
                BodyPublishers.ofString("notgzip")));

        assertRefused(answer, "ingest-gzip-broken.txt");
    }

    @Test
    void aGzipBombIsRefusedWithTheRecordedMessage() throws InvalidProtocolBufferException {
        byte[] bomb = StoreClient.gzip(new byte[60_000_000]);
        HttpResponse<byte[]> answer = client.send(client.otlp().header("Content-Encoding", "gzip").POST(
                BodyPublishers.ofByteArray(bomb)));

        assertRefused(answer, "ingest-gzip-bomb.txt");
    }

    @Test
    void aZeroTraceIdIsRefusedWithTheRecordedMessage() throws InvalidProtocolBufferException {
        assertRefused(client.post(SpanFixture.aSpan().inTrace(0).request().toByteArray()), "ingest-zero-trace-id.txt");
    }

    @Test
    void aZeroSpanIdIsRefusedWithTheRecordedMessage() throws InvalidProtocolBufferException {
        assertRefused(client.post(SpanFixture.aSpan().withId(0).request().toByteArray()), "ingest-zero-span-id.txt");
    }

    // The recorded errors answer JSON, these answer Protobuf: the same code and message in another form.
    private static void assertRefused(HttpResponse<byte[]> answer, String file) throws InvalidProtocolBufferException {
        JsonObject recorded = new JsonObject(Recorded.text(file));
        Status status = Status.parseFrom(answer.body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/x-protobuf");
        assertThat(status.getCode()).isEqualTo(recorded.getInteger("code"));
        assertThat(status.getMessage()).isEqualTo(recorded.getString("message"));
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
