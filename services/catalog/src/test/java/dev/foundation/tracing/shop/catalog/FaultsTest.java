package dev.foundation.tracing.shop.catalog;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
@TraceTest
@QuarkusTestResource(PostgresResource.class)
class FaultsTest {

    @AfterEach
    void endFaults() {
        when().delete("/faults").then().statusCode(204);
    }

    @Test
    void withAnErrorRateOfOneEveryLookupFails() {
        set("{\"errorRate\":1}");

        when().get("/products/tea-01").then().statusCode(503).body("error", containsString("failed"));
    }

    @Test
    void afterTheyEndedProductsAreFoundAgain() {
        set("{\"errorRate\":1}");
        when().delete("/faults").then().statusCode(204);

        when().get("/products/tea-01").then().statusCode(200);
    }

    @Test
    void theyAreShownAsTheyWereSet() {
        set("{\"errorRate\":0.5,\"latency\":\"PT0.2S\"}");

        when().get("/faults").then().body("errorRate", equalTo(0.5f)).body("latency", equalTo("PT0.2S"));
    }

    @Test
    void baggageMakesOneLookupFail() {
        given().header("baggage", "fault.catalog=error").get("/products/tea-01").then().statusCode(503);
        when().get("/products/tea-01").then().statusCode(200);
    }

    @Test
    void baggageMakesOneLookupSlow(TestTraces traces) {
        given().header("baggage", "fault.catalog=slow").get("/products/tea-01").then().statusCode(200);

        assertThat(traces.only()).hasSpan("product.find").lastedAtLeast(Duration.ofMillis(390));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"errorRate\":2}", "{\"latency\":\"PT31S\"}", "{\"latency\":\"soon\"}", "null", "?" })
    void badFaultsAreRefused(String body) {
        given().contentType(ContentType.JSON).body(body).put("/faults").then().statusCode(400).contentType(ContentType.JSON);
    }

    @Test
    void whatIsNoJsonIsNotQuoted() {
        given().contentType(ContentType.JSON).body("secret").put("/faults").then().statusCode(400).body("error",
                equalTo("malformed JSON at line 1, column 1"));
    }

    private static void set(String faults) {
        given().contentType(ContentType.JSON).body(faults).put("/faults").then().statusCode(200);
    }
}
