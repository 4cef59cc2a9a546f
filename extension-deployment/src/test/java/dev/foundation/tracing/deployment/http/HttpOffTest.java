package dev.foundation.tracing.deployment.http;

import static dev.foundation.tracing.Spans.traced;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

class HttpOffTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Warehouse.class, WarehouseClient.class, Calls.class, EndedSpans.class))
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.active", "false")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.http.accept-trace-id", "true")
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
    void spansOfCallsAreAsQuarkusMakesThem() {
        WarehouseClient client = QuarkusRestClientBuilder.newBuilder().baseUri(here).build(WarehouseClient.class);
        assertThatThrownBy(client::nowhere).isInstanceOf(WebApplicationException.class);

        assertThat(Calls.only(spans, SpanKind.CLIENT).getStatus()).isEqualTo(StatusData.unset());
    }

    @Test
    void aTraceIdIsNotAccepted() {
        given().header("x-trace-id", TRACE_ID).get("/warehouse/items/tea");

        assertThat(Calls.only(spans, SpanKind.SERVER).getTraceId()).isNotEqualTo(TRACE_ID);
    }

    @Test
    void theJdksClientCarriesTheTraceOnWithoutASpan() throws Exception {
        SpanContext parent = SpanContext.create(TRACE_ID, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());
        HttpRequest request = HttpRequest.newBuilder(here.resolve("warehouse/headers/traceparent")).build();
        try (Scope ignored = Span.wrap(parent).makeCurrent()) {
            assertThat(traced(HttpClient.newHttpClient()).send(request, BodyHandlers.ofString()).body())
                    .isEqualTo("00-" + TRACE_ID + "-b7ad6b7169203331-01");
        }

        assertThat(Calls.of(spans, SpanKind.CLIENT)).isEmpty();
    }
}
