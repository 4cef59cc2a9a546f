package dev.foundation.tracing.tracestore.query;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.StoreClient;
import dev.foundation.tracing.tracestore.StoreTest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class TagsTest extends StoreTest {

    @BeforeEach
    void sendSpans() {
        client.export(aSpan().of("shop").named("a").with("who", "ada").with("n", AnyValue.newBuilder().setIntValue(1).build()),
                aSpan().withId(2).below(1).of("bank").named("b").with("who", "bob"));
    }

    @Test
    void namesAreSortedByScope() {
        assertThat(names("/api/v2/search/tags?scope=span")).containsExactly("n", "who");
        assertThat(names("/api/v2/search/tags?scope=resource")).containsExactly("service.name");
    }

    @Test
    void intrinsicsAreAScope() {
        assertThat(names("/api/v2/search/tags?scope=intrinsic")).contains("duration", "span:duration", "trace:rootName")
                .doesNotContain("nestedSetLeft");
    }

    @Test
    void namesMayBeThoseOfSomeSpansOnly() {
        assertThat(names("/api/v2/search/tags?scope=span&q=" + encoded("{ name = \"b\" }"))).containsExactly("who");
    }

    @Test
    void valuesMayBeThoseOfSomeSpansOnly() {
        assertThat(values("span.who", "")).containsExactly("ada", "bob");
        assertThat(values("span.who", "{ resource.service.name = \"bank\" }")).containsExactly("bob");
    }

    @Test
    void aQueryThatIsStillBeingTypedNarrowsNothingDown() {
        assertThat(values("span.who", "{ resource.service.name = \"ba")).containsExactly("ada", "bob");
    }

    @Test
    void whatIsCompleteOfAQueryNarrowsDown() {
        assertThat(values("span.who", "{ resource.service.name = \"bank\" && name = }")).containsExactly("bob");
        assertThat(values("span.who", "{ resource.service.name = \"bank\" && duration > ")).containsExactly("bob");
        assertThat(values("span.who", "{ resource.service.name = \"bank\" } | count() > 5")).containsExactly("bob");
    }

    @Test
    void joinedSetsNarrowNothingDown() {
        assertThat(values("span.who", "{ resource.service.name = \"bank\" } >> {}")).containsExactly("ada", "bob");
    }

    @Test
    void valuesAreAsManyAsAskedFor() {
        assertThat(client.json("/api/v2/search/tag/span.who/values?limit=1").getJsonArray("tagValues")).hasSize(1);
    }

    @Test
    void unscopedValuesAreThoseOfAllScopes() {
        assertThat(values(".service.name", "")).containsExactly("bank", "shop");
    }

    @Test
    void aWrongNumberIsABadRequest() {
        HttpResponse<byte[]> answer = client.get("/api/v2/search/tags?limit=x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(StoreClient.text(answer)).isEqualTo("invalid limit: strconv.ParseUint: parsing \"x\": invalid syntax");
    }

    private List<String> names(String path) {
        return client.json(path).getJsonArray("scopes").getJsonObject(0).getJsonArray("tags").stream().map(String.class::cast)
                .toList();
    }

    private List<String> values(String tag, String query) {
        JsonArray values = client.json("/api/v2/search/tag/" + tag + "/values?q=" + encoded(query)).getJsonArray("tagValues");
        return values.stream().map(value -> ((JsonObject) value).getString("value")).sorted().toList();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
