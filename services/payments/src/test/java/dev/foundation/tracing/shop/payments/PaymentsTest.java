package dev.foundation.tracing.shop.payments;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
class PaymentsTest {

    private static final String TEA = "{\"orderId\":\"order-1\",\"amount\":\"12.40\",\"currency\":\"EUR\"}";

    private final String key = UUID.randomUUID().toString();

    @Test
    void aPaymentIsBooked() {
        pay(key, TEA).then().statusCode(201).body("key", equalTo(key)).body("orderId", equalTo("order-1"))
                .body("amount", equalTo("12.40")).body("currency", equalTo("EUR"));
    }

    @Test
    void aBookingIsShown() {
        pay(key, TEA).then().statusCode(201);

        when().get("/payments/" + key).then().statusCode(200).body("amount", equalTo("12.40"));
    }

    @Test
    void whatWasBookedIsNotBookedAgain() {
        pay(key, TEA).then().statusCode(201);

        pay(key, TEA).then().statusCode(200).body("key", equalTo(key));
    }

    @Test
    void triesAtTheSameTimeBookOnce() {
        List<CompletableFuture<Integer>> tries = Stream
                .generate(() -> CompletableFuture.supplyAsync(() -> pay(key, TEA).statusCode()))
                .limit(8).toList();

        assertThat(tries.stream().map(CompletableFuture::join).sorted()).containsExactly(200, 200, 200, 200, 200, 200, 200,
                201);
    }

    @Test
    void aKeyStandsForOnePayment() {
        pay(key, TEA).then().statusCode(201);

        pay(key, TEA.replace("12.40", "12.50")).then().statusCode(422).body("error", containsString(key));
    }

    @Test
    void aPaymentWithoutKeyIsRefused() {
        given().contentType(ContentType.JSON).body(TEA).post("/payments").then().statusCode(400)
                .body("error", containsString("Idempotency-Key"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"orderId":"o","amount":"0","currency":"EUR"}           | amount must be more than zero
            {"orderId":"o","currency":"EUR"}                        | amount must be more than zero
            {"orderId":"o","amount":"1.005","currency":"EUR"}       | 2 decimals
            {"orderId":"o","amount":"1e999999999","currency":"EUR"} | 14 digits
            {"orderId":"o","amount":"much","currency":"EUR"}        | amount has the wrong type
            {"orderId":"o","amount":"1.00","currency":"Euro"}       | currency must match
            {"amount":"1.00","currency":"EUR"}                      | orderId must match
            {"orderId":                                             | malformed JSON at line 1, column
            {"orderId":secret}                                      | malformed JSON at line 1, column 12
            [1]                                                     | the body has the wrong type
            null                                                    | missing
            """)
    void aBadPaymentIsRefusedWithTheReason(String body, String reason) {
        pay(key, body).then().statusCode(400).contentType(ContentType.JSON).body("error", containsString(reason));
    }

    @Test
    void anUnknownKeyIsNotFound() {
        when().get("/payments/unknown").then().statusCode(404).body("error", containsString("unknown"));
    }

    @Test
    void whatIsNotThereIsAnsweredAsJson() {
        when().get("/nothing").then().statusCode(404).contentType(ContentType.JSON);
    }

    @Test
    void aMethodThatIsNotThereIsAnsweredAsJson() {
        when().delete("/payments").then().statusCode(405).contentType(ContentType.JSON);
    }

    private static Response pay(String key, String body) {
        return given().contentType(ContentType.JSON).header("Idempotency-Key", key).body(body).post("/payments");
    }
}
