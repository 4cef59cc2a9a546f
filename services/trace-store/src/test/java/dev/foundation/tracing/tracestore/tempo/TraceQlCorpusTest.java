package dev.foundation.tracing.tracestore.tempo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The spans that a real Tempo found by each query, the store finds too. */
class TraceQlCorpusTest {

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

    static Stream<Found> queries() {
        JsonObject corpus = new JsonObject(new String(Recorded.resource("/traceql-corpus.json"), StandardCharsets.UTF_8));
        return corpus.stream().map(entry -> new Found(entry.getKey(), (JsonArray) entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void queryFindsWhatTempoFound(Found recorded) {
        String query = URLEncoder.encode(recorded.query.replace("<T>", fresh.traceId()), StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = tempo
                .send(tempo.get(fresh.path("/api/search?limit=100&spss=100&start={now-300}&end={now+60}&q=" + query)));

        assertThat(answer.statusCode()).as(() -> new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        assertThat(found(new JsonObject(new String(answer.body(), StandardCharsets.UTF_8)))).isEqualTo(recorded.spanSets());
    }

    private static List<String> found(JsonObject answer) {
        List<String> spanSets = new ArrayList<>();
        for (JsonObject trace : objects(answer.getJsonArray("traces"))) {
            if (trace.getString("traceID").equals(fresh.traceId().replaceFirst("^0+", ""))
                    || trace.getString("traceID").equals(fresh.traceId()))
                objects(trace.getJsonArray("spanSets"))
                        .forEach(set -> spanSets.add(set.getInteger("matched") + " " + ids(set)));
        }
        return spanSets.stream().sorted().toList();
    }

    private static List<String> ids(JsonObject set) {
        return objects(set.getJsonArray("spans")).stream().map(span -> span.getString("spanID").substring(14)).sorted()
                .toList();
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    /** A query, and for each set the number of spans and their ids' last digits; null if there is none. */
    record Found(String query, @Nullable JsonArray sets) {

        List<String> spanSets() {
            return sets == null ? List.of()
                    : sets.stream().map(JsonArray.class::cast)
                            .map(set -> set.getInteger(0) + " "
                                    + set.getJsonArray(1).stream().map(String.class::cast).sorted().toList())
                            .sorted()
                            .toList();
        }

        @Override
        public String toString() {
            return query;
        }
    }
}
