package dev.foundation.tracing.deployment.http;

import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

class RestClientSpansTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Warehouse.class, WarehouseClient.class, Storefront.class, Calls.class,
                    EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @TestHTTPResource
    URI here;

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void aCallSaysWhatTheSemanticConventionsAskFor() {
        assertThat(client(here).item("tea", null)).isEqualTo("tea");

        assertThat(call().getName()).isEqualTo("GET /warehouse/items/{item}");
        assertThat(call().getStatus()).isEqualTo(StatusData.unset());
        assertThat(call().getAttributes().asMap()).isEqualTo(Attributes.builder()
                .put("http.request.method", "GET").put("url.full", here.resolve("warehouse/items/tea").toString())
                .put("url.template", "/warehouse/items/{item}")
                .put("server.address", "localhost").put("server.port", here.getPort())
                .put("http.response.status_code", 200).put("http.response.body.size", 3)
                .put("sampling.reason", "no rule: AlwaysOnSampler").put("network.protocol.version", "1.1").build().asMap());
    }

    @Test
    void aServerThatIsCalledByItsNumberIsInTheSpanToo() {
        client(URI.create("http://127.0.0.1:" + here.getPort())).item("tea", null);

        assertThat(call().getAttributes().get(stringKey("server.address"))).isEqualTo("127.0.0.1");
        assertThat(call().getAttributes().get(longKey("server.port"))).isEqualTo(here.getPort());
    }

    @Test
    void aCallIsToldWhereItCameFrom() {
        String sent = given().header("baggage", "user=ada").get("/storefront/rest/headers/traceparent").asString();

        SpanData call = call();
        assertThat(sent).isEqualTo("00-" + call.getTraceId() + "-" + call.getSpanId() + "-01");
        assertThat(call.getParentSpanId()).isEqualTo(spans.named("price.ask").getSpanId());
        assertThat(given().header("baggage", "user=ada").get("/storefront/rest/headers/baggage").asString())
                .isEqualTo("user=ada");
    }

    @Test
    void aCallFromAPlainThreadIsInTheTraceThatIsCurrentThere() {
        withSpan("price.ask", () -> client(here).item("tea", null));

        assertThat(call().getParentSpanId()).isEqualTo(spans.named("price.ask").getSpanId());
    }

    @Test
    void belowAnUnsampledParentTheTraceGoesOnWithoutSpans() {
        String sent = given().header("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-00")
                .get("/storefront/rest/headers/traceparent").asString();

        assertThat(sent).startsWith("00-" + TRACE_ID).endsWith("-00");
        assertThat(spans.all()).isEmpty();
    }

    @Test
    void anErrorOfTheServerFailsTheSpanOfTheCall() {
        assertThatThrownBy(() -> client(here).nowhere()).isInstanceOf(WebApplicationException.class);

        assertThat(call().getStatus()).isEqualTo(StatusData.error());
        assertThat(call().getAttributes().get(stringKey("error.type"))).isEqualTo("404");
    }

    @Test
    void aRefusedConnectionHasASpanToo() throws Exception {
        URI nobody = Calls.nobody();
        withSpan("price.ask", () -> assertThatThrownBy(() -> client(nobody).item("tea", "abc"))
                .isInstanceOf(ProcessingException.class));

        assertThat(call().getName()).isEqualTo("GET /warehouse/items/{item}");
        assertThat(call().getParentSpanId()).isEqualTo(spans.named("price.ask").getSpanId());
        assertThat(call().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(call().getEvents()).hasSize(1);
        assertThat(call().getAttributes().asMap()).isEqualTo(Attributes.builder()
                .put("http.request.method", "GET").put("url.full", nobody + "warehouse/items/tea?token=REDACTED")
                .put("url.template", "/warehouse/items/{item}")
                .put("server.address", "localhost").put("server.port", nobody.getPort())
                .put("error.type", "io.netty.channel.AbstractChannel$AnnotatedConnectException").build().asMap());
    }

    @Test
    void aTimeoutSaysThatItWasOne() {
        WarehouseClient impatient = QuarkusRestClientBuilder.newBuilder().baseUri(here)
                .readTimeout(50, TimeUnit.MILLISECONDS).build(WarehouseClient.class);

        assertThatThrownBy(impatient::never).isInstanceOf(ProcessingException.class);

        assertThat(call().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(call().getAttributes().get(stringKey("error.type"))).endsWith("TimeoutException");
        assertThat(call().getEvents()).hasSize(1);
    }

    @Test
    void secretsInTheAddressAreInNoSpan() {
        client(here).item("tea", "a&b");

        assertThat(call().getAttributes().get(stringKey("url.full"))).endsWith("/tea?token=REDACTED");
        assertThat(served().getAttributes().get(stringKey("url.query"))).isEqualTo("token=REDACTED");
    }

    @Test
    void aServerCountsWhatItSendsInChunks() {
        client(here).chunks();

        assertThat(served().getAttributes().get(longKey("http.response.body.size"))).isEqualTo(Warehouse.CHUNKED_SIZE);
        assertThat(served().getAttributes().get(stringKey("network.protocol.version"))).isEqualTo("1.1");
    }

    private static WarehouseClient client(URI address) {
        return QuarkusRestClientBuilder.newBuilder().baseUri(address).build(WarehouseClient.class);
    }

    private SpanData call() {
        return Calls.only(spans, SpanKind.CLIENT);
    }

    private SpanData served() {
        return Calls.only(spans, SpanKind.SERVER);
    }
}
