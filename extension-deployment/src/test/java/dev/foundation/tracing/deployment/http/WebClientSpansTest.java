package dev.foundation.tracing.deployment.http;

import static dev.foundation.tracing.Spans.traceHeaders;
import static dev.foundation.tracing.Spans.traced;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.deployment.CapturedLog;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;

class WebClientSpansTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Warehouse.class, WarehouseClient.class, Storefront.class, Calls.class,
                    EndedSpans.class, CapturedLog.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @TestHTTPResource
    URI here;

    @Inject
    EndedSpans spans;

    @Inject
    Vertx vertx;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void aCallFromAPlainThreadIsInTheTraceThatIsCurrentThere() throws Exception {
        String sent = withSpan("price.ask", () -> send(get("warehouse/headers/traceparent")));

        assertThat(call().getParentSpanId()).isEqualTo(spans.named("price.ask").getSpanId());
        assertThat(sent).isEqualTo("00-" + call().getTraceId() + "-" + call().getSpanId() + "-01");
        assertThat(withSpan("price.ask", () -> send(get("warehouse/headers/x-trace-id"))))
                .isEqualTo(Calls.of(spans, SpanKind.CLIENT).get(1).getTraceId());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/storefront/web/headers/traceparent", "/storefront/web/blocking/traceparent" })
    void aCallInARequestBelongsToWhatWasCurrentWhenItWasMade(String path) {
        String sent = given().get(path).asString();

        assertThat(call().getParentSpanId()).isEqualTo(spans.named("price.ask").getSpanId());
        assertThat(sent).isEqualTo("00-" + call().getTraceId() + "-" + call().getSpanId() + "-01");
    }

    @Test
    void baggageGoesWithACall() {
        assertThat(given().header("baggage", "user=ada").get("/storefront/web/headers/baggage").asString())
                .isEqualTo("user=ada");
    }

    @Test
    void aCallSaysWhatTheSemanticConventionsAskFor() throws Exception {
        assertThat(send(get("warehouse/items/tea?sig=abc"))).isEqualTo("tea");

        assertThat(call().getName()).isEqualTo("GET");
        assertThat(call().getAttributes().asMap()).isEqualTo(Attributes.builder()
                .put("http.request.method", "GET").put("url.full", here.resolve("warehouse/items/tea?sig=REDACTED").toString())
                .put("server.address", "localhost").put("server.port", here.getPort())
                .put("http.response.status_code", 200).put("http.response.body.size", 3)
                .put("sampling.reason", "no rule: AlwaysOnSampler").put("network.protocol.version", "1.1").build().asMap());
    }

    @Test
    void aCallThatHasANameKeepsIt() throws Exception {
        send(get("warehouse/items/tea").traceOperation("tea.ask"));

        assertThat(call().getName()).isEqualTo("tea.ask");
    }

    @Test
    void anErrorOfTheServerFailsTheSpan() throws Exception {
        send(get("warehouse/nowhere"));

        assertThat(call().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(call().getAttributes().get(stringKey("error.type"))).isEqualTo("404");
    }

    @Test
    void aRefusedConnectionHasASpanToo() throws Exception {
        String nobody = Calls.nobody().toString();
        withSpan("price.ask", () -> assertThatThrownBy(() -> send(client().getAbs(nobody)))
                .isInstanceOf(ExecutionException.class));

        assertThat(call().getParentSpanId()).isEqualTo(spans.named("price.ask").getSpanId());
        assertThat(call().getAttributes().get(stringKey("error.type"))).contains("ConnectException");
        assertThat(call().getAttributes().get(stringKey("url.full"))).isEqualTo(nobody);
    }

    @Test
    void aTimeoutSaysThatItWasOne() {
        assertThatThrownBy(() -> send(get("warehouse/never").timeout(50))).isInstanceOf(ExecutionException.class);

        assertThat(call().getAttributes().get(stringKey("error.type"))).endsWith("TimeoutException");
    }

    @Test
    void aRedirectIsACallOfItsOwn() throws Exception {
        assertThat(withSpan("price.ask", () -> send(get("warehouse/moved")))).isEqualTo("tea");

        List<SpanData> calls = await().until(() -> Calls.of(spans, SpanKind.CLIENT), all -> all.size() == 2);
        assertThat(calls).extracting(SpanData::getName).containsExactly("GET", "GET");
        assertThat(calls).extracting(SpanData::getParentSpanId).containsOnly(spans.named("price.ask").getSpanId());
        assertThat(calls).extracting(call -> call.getAttributes().get(longKey("http.request.resend_count")))
                .containsExactly(null, 1L);
    }

    @Test
    void tracingAClientTwiceIsHarmless() throws Exception {
        send(traced(traced(WebClient.create(vertx))).getAbs(here.resolve("warehouse/items/tea").toString()));

        assertThat(call().getName()).isEqualTo("GET");
    }

    @Test
    void mutinysClientIsTracedAsWell() {
        io.vertx.mutiny.ext.web.client.WebClient client = traced(
                io.vertx.mutiny.ext.web.client.WebClient.create(new io.vertx.mutiny.core.Vertx(vertx)));
        withSpan("price.ask", () -> client.getAbs(here.resolve("warehouse/items/tea").toString()).send()
                .await().indefinitely());

        assertThat(call().getParentSpanId()).isEqualTo(spans.named("price.ask").getSpanId());
    }

    @Test
    void headersThatTheCallerHasSetHimselfAreNotSentTwice() throws Exception {
        WebClient untraced = WebClient.create(vertx);
        String sent = withSpan("price.ask", () -> send(untraced.getAbs(here.resolve("warehouse/headers/traceparent").toString())
                .putHeaders(MultiMap.caseInsensitiveMultiMap().addAll(traceHeaders()))));

        SpanData ask = spans.named("price.ask");
        assertThat(sent).isEqualTo("00-" + ask.getTraceId() + "-" + ask.getSpanId() + "-01");
        assertThat(call().getParentSpanId()).isEqualTo(ask.getSpanId());
    }

    @Test
    void aClientThatNobodyKnowsStaysAsItIsAndAWarningSaysSo() {
        Object client = new Object();
        try (CapturedLog log = CapturedLog.of("dev.foundation.tracing")) {
            assertThat(traced(client)).isSameAs(client);

            assertThat(log.lines()).singleElement().satisfies(
                    line -> assertThat(line.message()).contains("java.lang.Object").contains("HttpClient"));
        }
    }

    private HttpRequest<?> get(String path) {
        return client().getAbs(here.resolve(path).toString());
    }

    private WebClient client() {
        return traced(WebClient.create(vertx));
    }

    private static String send(HttpRequest<?> request) throws Exception {
        return request.send().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS).bodyAsString();
    }

    private SpanData call() {
        return Calls.only(spans, SpanKind.CLIENT);
    }
}
