package dev.foundation.tracing.tracestore.page;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static dev.foundation.tracing.tracestore.SpanFixture.hexTraceId;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.StoreClient;
import dev.foundation.tracing.tracestore.StoreTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the web page lists. */
class ListingTest extends StoreTest {

    private static final String PATH = "/api/store/traces";

    @Test
    void everyTraceHasItsCounts() {
        client.export(aSpan().inTrace(1).of("storefront"), aSpan().inTrace(1).withId(2).below(1).of("orders").failed("no"));
        JsonObject trace = client.json(PATH).getJsonArray("traces").getJsonObject(0);

        assertThat(trace.getInteger("spanCount")).isEqualTo(2);
        assertThat(trace.getInteger("errorCount")).isEqualTo(1);
        assertThat(trace.getJsonObject("serviceStats").fieldNames()).containsExactlyInAnyOrder("storefront", "orders");
    }

    @Test
    void wordsAreFoundInNamesOfSpansAndServicesAndAtTheHeadOfTheId() {
        client.export(aSpan().inTrace(1).of("storefront").named("GET /products"), aSpan().inTrace(2).of("payments"));

        assertThat(ids("?words=PROD+store")).containsExactly(hexTraceId(1));
        assertThat(ids("?words=payments")).containsExactly(hexTraceId(2));
        assertThat(ids("?words=" + hexTraceId(2))).containsExactly(hexTraceId(2));
        assertThat(ids("?words=nothing")).isEmpty();
    }

    @Test
    void traceQlIsUnderstood() {
        client.export(aSpan().inTrace(1).of("storefront"), aSpan().inTrace(2).of("payments"));

        assertThat(ids("?q=%7B+resource.service.name+%3D+%22payments%22+%7D")).containsExactly(hexTraceId(2));
    }

    @Test
    void whatIsNoTraceQlIsRefused() {
        HttpResponse<byte[]> refused = client.get(PATH + "?q=%7B+status+");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(StoreClient.text(refused)).contains("line 1");
    }

    @Test
    void aQueryForNumbersListsNoTraces() {
        assertThat(client.get(PATH + "?q=%7B+%7D+%7C+rate%28%29").statusCode()).isEqualTo(400);
    }

    @Test
    void onlyTracesThatBeganInTheTimeAskedForAreListed() {
        client.export(aSpan().inTrace(1), aSpan().inTrace(2).startingAfter(Duration.ofSeconds(10)));
        long millis = SpanFixture.START_NANOS / 1_000_000;

        assertThat(ids("?from=" + (millis + 5000))).containsExactly(hexTraceId(2));
        assertThat(ids("?from=" + millis + "&to=" + (millis + 5000))).containsExactly(hexTraceId(1));
    }

    @Test
    void aTimeThatIsNoNumberIsRefused() {
        assertThat(client.get(PATH + "?from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void noMoreAreListedThanAskedForTheNewestFirst() {
        client.export(aSpan().inTrace(1), aSpan().inTrace(2).startingAfter(Duration.ofSeconds(10)));

        assertThat(ids("?limit=1")).containsExactly(hexTraceId(2));
    }

    @Test
    void aTraceWithoutItsRootHasNoName() {
        client.export(aSpan().withId(2).below(1));

        assertThat(client.json(PATH).getJsonArray("traces").getJsonObject(0).containsKey("rootTraceName")).isFalse();
    }

    @Test
    void onlyErrorsAreListedIfAskedFor() {
        client.export(aSpan().inTrace(1), aSpan().inTrace(2).failed("no"));

        assertThat(ids("?errors=true")).containsExactly(hexTraceId(2));
    }

    @Test
    void allServicesAreNamedWhateverTheFilter() {
        client.export(aSpan().inTrace(1).of("storefront"), aSpan().inTrace(2).of("payments"));

        assertThat(client.json(PATH + "?words=nothing").getJsonArray("services"))
                .isEqualTo(new JsonArray().add("payments").add("storefront"));
    }

    @Test
    void theStoreTellsWhatItRefused() {
        client.post(new byte[] { -1 });
        JsonObject refused = client.json(PATH).getJsonObject("store").getJsonObject("refused");

        assertThat(refused.getLong("malformed_request")).isEqualTo(1);
    }

    @Test
    void asLongAsNothingChangesTheAnswerIsNotModified() {
        String tag = client.get(PATH).headers().firstValue("etag").orElseThrow();
        HttpResponse<byte[]> unchanged = client.send(client.query(PATH).header("If-None-Match", tag));
        client.export(aSpan());
        HttpResponse<byte[]> changed = client.send(client.query(PATH).header("If-None-Match", tag));

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusalIsAChangeToo() {
        String tag = client.get(PATH).headers().firstValue("etag").orElseThrow();
        client.post(new byte[] { -1 });

        assertThat(client.send(client.query(PATH).header("If-None-Match", tag)).statusCode()).isEqualTo(200);
    }

    private List<String> ids(String query) {
        return client.json(PATH + query).getJsonArray("traces").stream().map(trace -> ((JsonObject) trace).getString("traceID"))
                .toList();
    }
}
