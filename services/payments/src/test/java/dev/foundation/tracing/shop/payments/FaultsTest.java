package dev.foundation.tracing.shop.payments;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class FaultsTest {

    private static final String TEA = "{\"orderId\":\"order-1\",\"amount\":\"12.40\",\"currency\":\"EUR\"}";

    private final String key = UUID.randomUUID().toString();

    @TestHTTPResource("/payments")
    URI payments = URI.create("/");

    @AfterEach
    void endFaults() {
        when().delete("/faults").then().statusCode(204);
    }

    @Test
    void thereAreNoneAtFirst() {
        when().get("/faults").then().statusCode(200).body("errorRate", equalTo(0f)).body("latency", equalTo("PT0S"));
    }

    @Test
    void theyAreShownAsTheyWereSet() {
        set("{\"errorRate\":0.5,\"latency\":\"PT0.2S\"}");

        when().get("/faults").then().body("errorRate", equalTo(0.5f)).body("latency", equalTo("PT0.2S"));
    }

    @Test
    void withAnErrorRateOfOneNothingIsBooked() {
        set("{\"errorRate\":1}");

        payment().post("/payments").then().statusCode(503).body("error", containsString("provider"));
        when().get("/payments/" + key).then().statusCode(404);
    }

    @Test
    void afterTheyEndedPaymentsAreBookedAgain() {
        set("{\"errorRate\":1}");
        when().delete("/faults").then().statusCode(204);

        payment().post("/payments").then().statusCode(201);
    }

    @Test
    void baggageMakesOnePaymentFail() {
        payment().header("baggage", "fault.payments=error").post("/payments").then().statusCode(503);
        payment().post("/payments").then().statusCode(201);
    }

    @Test
    void aSlowPaymentIsBooked() {
        payment().header("baggage", "fault.payments=slow").post("/payments").then().statusCode(201);
    }

    @Test
    void aPaymentWhoseCallerGaveUpIsBookedOnce() {
        set("{\"latency\":\"PT3S\"}");
        HttpRequest impatient = HttpRequest.newBuilder(payments).timeout(Duration.ofSeconds(1)).header("Idempotency-Key", key)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(TEA)).build();

        assertThatExceptionOfType(HttpTimeoutException.class)
                .isThrownBy(() -> HttpClient.newHttpClient().send(impatient, BodyHandlers.discarding()));
        await().untilAsserted(() -> when().get("/payments/" + key).then().statusCode(200));
        payment().post("/payments").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"errorRate":1.1}       | errorRate must be from 0 to 1
            {"errorRate":-0.1}      | errorRate must be from 0 to 1
            {"errorRate":"NaN"}     | errorRate must be from 0 to 1
            {"latency":"PT-1S"}     | latency must be from PT0S to PT30S
            {"latency":"PT30.001S"} | latency must be from PT0S to PT30S
            {"latency":"soon"}      | latency has the wrong type or form
            null                    | missing
            """)
    void badFaultsAreRefusedWithTheReason(String body, String reason) {
        given().contentType(ContentType.JSON).body(body).put("/faults").then().statusCode(400)
                .body("error", containsString(reason));
    }

    private static void set(String faults) {
        given().contentType(ContentType.JSON).body(faults).put("/faults").then().statusCode(200);
    }

    private RequestSpecification payment() {
        return given().contentType(ContentType.JSON).header("Idempotency-Key", key).body(TEA);
    }
}
