package dev.foundation.tracing.tracestore.tempo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.foundation.tracing.tracestore.StoreClient;
import io.vertx.core.json.JsonObject;

/** What a real Tempo answered, the store answers too: status, content type and body, compared by decoded values. */
class RecordedAnswersTest {

    private static Tempo tempo;
    private static Freshened fresh;

    @BeforeAll
    static void pushThePayload() {
        tempo = Tempo.start();
        fresh = tempo.push();
    }

    @AfterAll
    static void close() {
        tempo.close();
    }

    // The first one sends the payload: that has happened before.
    static List<Recorded.Row> rows() {
        return Recorded.rows().stream().skip(1).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void requestIsAnsweredAsRecorded(Recorded.Row row) {
        HttpRequest.Builder request = tempo.request(row, fresh);
        new JsonObject(row.headers()).forEach(header -> request.setHeader(header.getKey(), (String) header.getValue()));
        HttpResponse<byte[]> answer = tempo.send(request.method(row.method(), body(row)));
        String contentType = answer.headers().firstValue("content-type").orElse("");

        assertThat(answer.statusCode()).isEqualTo(row.status());
        assertThat(contentType).isEqualTo(row.contentType());
        assertThat(Decoded.of(contentType, answer.body(), fresh)).isEqualTo(Decoded.recorded(row, fresh));
    }

    private static BodyPublisher body(Recorded.Row row) {
        if (row.body().isEmpty())
            return BodyPublishers.noBody();
        // Recorded by its length alone: what grows to more than a request may have.
        if (row.body().startsWith("("))
            return BodyPublishers.ofByteArray(StoreClient.gzip(new byte[60_000_000]));
        return BodyPublishers.ofByteArray(Recorded.bytes(row.body()));
    }
}
