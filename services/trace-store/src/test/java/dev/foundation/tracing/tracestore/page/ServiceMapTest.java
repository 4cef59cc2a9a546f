package dev.foundation.tracing.tracestore.page;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static dev.foundation.tracing.tracestore.SpanFixture.spanId;
import static dev.foundation.tracing.tracestore.SpanFixture.traceId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.StoreTest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class ServiceMapTest extends StoreTest {

    @Test
    void aSpanBelowAnotherServicesSpanIsACall() {
        client.export(aSpan().withId(1).of("storefront"), client(2, 1, "storefront"), server(3, 2, "orders"));

        assertThat(edges()).containsExactly("storefront call orders: 1 of which 0 failed");
    }

    @Test
    void spansOfOneServiceAreNoCalls() {
        client.export(aSpan().withId(1).of("orders"), aSpan().withId(2).below(1).of("orders"));

        assertThat(edges()).isEmpty();
        assertThat(nodes()).containsExactly("service orders");
    }

    @Test
    void aCallFailsIfEitherSideSaysSo() {
        client.export(aSpan().inTrace(1).withId(1).of("a"), aSpan().inTrace(1).withId(2).below(1).of("b").failed("no"));
        client.export(aSpan().inTrace(2).withId(1).of("a").failed("no"), aSpan().inTrace(2).withId(2).below(1).of("b"));
        client.export(aSpan().inTrace(3).withId(1).of("a"), aSpan().inTrace(3).withId(2).below(1).of("b"));

        assertThat(edges()).containsExactly("a call b: 3 of which 2 failed");
    }

    @Test
    void whatTheCallerWaitedIsTheDurationOfACall() {
        client.export(aSpan().withId(1).of("a"), client(2, 1, "a").lasting(Duration.ofMillis(30)),
                server(3, 2, "b").lasting(Duration.ofMillis(20)));

        assertThat(edge(0).getString("p50Nanos")).isEqualTo("30000000");
    }

    @Test
    void percentilesAreOfAllCalls() {
        for (int i = 1; i <= 100; i++)
            client.export(aSpan().inTrace(i).withId(1).of("a"),
                    aSpan().inTrace(i).withId(2).below(1).of("b").lasting(Duration.ofMillis(i)));

        assertThat(edge(0).getString("p50Nanos")).isEqualTo("50000000");
        assertThat(edge(0).getString("p95Nanos")).isEqualTo("95000000");
    }

    @Test
    void aDatabaseIsKnownFromItsClients() {
        client.export(with(client(1, 0, "orders"), "db.system.name", "postgresql", "db.namespace", "shop"));

        assertThat(nodes()).containsExactly("service orders", "database postgresql shop");
        assertThat(edges()).containsExactly("orders call postgresql shop: 1 of which 0 failed");
    }

    @Test
    void anAddressWhereNoServiceRecordsSpansIsOutside() {
        client.export(with(client(1, 0, "payments"), "server.address", "provider.example"));

        assertThat(nodes()).contains("outer provider.example");
    }

    @Test
    void aCallWithoutAnAnswerIsForTheServiceThatOtherwiseAnswersThere() {
        client.export(with(client(2, 0, "orders").inTrace(1), "server.address", "10.0.0.7"),
                server(3, 2, "payments").inTrace(1));
        client.export(with(client(2, 0, "orders").inTrace(2).failed("timeout"), "server.address", "10.0.0.7"));

        assertThat(edges()).containsExactly("orders call payments: 2 of which 1 failed");
    }

    @Test
    void nobodyWaitsForWhoTakesAMessage() {
        SpanFixture consumer = aSpan().withId(2).below(1).of("warehouse");
        consumer.raw().setKind(SpanKind.SPAN_KIND_CONSUMER);
        client.export(aSpan().withId(1).of("orders"), consumer);

        assertThat(edges()).containsExactly("orders message warehouse: 1 of which 0 failed");
    }

    @Test
    void aLinkToAnotherServicesSpanIsNoCall() {
        SpanFixture linking = aSpan().inTrace(2).withId(1).of("billing");
        linking.raw().addLinks(Span.Link.newBuilder().setTraceId(traceId(1)).setSpanId(spanId(1)));
        client.export(aSpan().inTrace(1).withId(1).of("orders"), linking);

        assertThat(edges()).containsExactly("orders link billing: 1 of which 0 failed");
    }

    @Test
    void aSpanSentTwiceCountsOnce() {
        client.export(aSpan().withId(1).of("a"), aSpan().withId(2).below(1).of("b"), aSpan().withId(2).below(1).of("b"));

        assertThat(edges()).containsExactly("a call b: 1 of which 0 failed");
    }

    @Test
    void spansThatAreTheirOwnAncestorsDoNoHarm() {
        client.export(aSpan().withId(1).below(2).of("a"), aSpan().withId(2).below(1).of("b"));

        assertThat(edges()).containsExactlyInAnyOrder("a call b: 1 of which 0 failed", "b call a: 1 of which 0 failed");
    }

    @Test
    void aFewMillisecondsAreNoRateOfThousands() {
        client.export(aSpan().withId(1).of("a"), aSpan().withId(2).below(1).of("b"));

        assertThat(edge(0).getDouble("callsPerMinute")).isEqualTo(1.0);
    }

    @Test
    void onlyTracesOfTheTimeThatIsAskedForCount() {
        client.export(aSpan().withId(1).of("a"));
        long later = SpanFixture.START_NANOS / 1_000_000 + 1000;

        assertThat(client.json("/api/store/map?from=" + later).getJsonArray("nodes")).isEmpty();
    }

    private static SpanFixture client(long id, long parent, String service) {
        return kind(id, parent, service, SpanKind.SPAN_KIND_CLIENT);
    }

    private static SpanFixture server(long id, long parent, String service) {
        return kind(id, parent, service, SpanKind.SPAN_KIND_SERVER);
    }

    private static SpanFixture kind(long id, long parent, String service, SpanKind kind) {
        SpanFixture span = aSpan().withId(id).of(service);
        span.raw().setKind(kind);
        return parent == 0 ? span : span.below(parent);
    }

    private static SpanFixture with(SpanFixture span, String... attributes) {
        for (int i = 0; i < attributes.length; i += 2)
            span.raw().addAttributes(KeyValue.newBuilder().setKey(attributes[i])
                    .setValue(AnyValue.newBuilder().setStringValue(attributes[i + 1])));
        return span;
    }

    private JsonObject edge(int index) {
        return client.json("/api/store/map").getJsonArray("edges").getJsonObject(index);
    }

    private List<String> nodes() {
        return objects(client.json("/api/store/map").getJsonArray("nodes"))
                .map(node -> node.getString("kind") + " " + node.getString("name")).toList();
    }

    private List<String> edges() {
        JsonObject map = client.json("/api/store/map");
        JsonArray nodes = map.getJsonArray("nodes");
        return objects(map.getJsonArray("edges"))
                .map(edge -> nodes.getJsonObject(edge.getInteger("from")).getString("name") + " " + edge.getString("kind") + " "
                        + nodes.getJsonObject(edge.getInteger("to")).getString("name") + ": " + edge.getLong("calls")
                        + " of which " + edge.getLong("errors") + " failed")
                .toList();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
