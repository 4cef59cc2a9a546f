package dev.foundation.tracing.deployment.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

class TraceIdHeaderTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(ShopEndpoint.class, EndedSpans.class))
            .overrideRuntimeConfigKey("quarkus.otel.traces.suppress-application-uris", "/hidden")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void aResponseNamesTheTraceThatItsEndpointSaw() {
        Response response = when().get("/shop");

        assertThat(response.header("x-trace-id")).isEqualTo(response.body().asString());
        assertThat(spans.named("GET /shop").getTraceId()).isEqualTo(response.header("x-trace-id"));
    }

    @Test
    void theCallersTraceIsContinued() {
        given().header("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01").get("/shop")
                .then().header("x-trace-id", TRACE_ID).header("x-trace-sampled", nullValue());
    }

    @Test
    void aTraceIdAloneIsNotAcceptedUnlessTheSettingSaysSo() {
        given().header("x-trace-id", TRACE_ID).get("/shop").then().header("x-trace-id", not(TRACE_ID));
    }

    @Test
    void aTraceThatIsNotKeptIsMarked() {
        given().header("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-00").get("/shop")
                .then().header("x-trace-id", TRACE_ID).header("x-trace-sampled", "0");
    }

    @Test
    void aRequestThatIsNeverTracedHasNone() {
        given().header("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01").get("/hidden")
                .then().header("x-trace-id", nullValue()).header("x-trace-sampled", nullValue());
    }

    @Test
    void anUnmatchedPathHasIt() {
        when().get("/nowhere").then().statusCode(404).header("x-trace-id", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void aMethodThatIsNotAllowedHasIt() {
        when().delete("/shop").then().statusCode(405).header("x-trace-id", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void aMalformedBodyHasIt() {
        given().contentType("application/json").body("{nonsense").post("/shop")
                .then().statusCode(400).header("x-trace-id", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void aFailureOfTheEndpointHasIt() {
        when().get("/shop/broken").then().statusCode(500).header("x-trace-id", matchesPattern("[0-9a-f]{32}"));
    }
}
