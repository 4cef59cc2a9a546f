package dev.foundation.tracing.shop.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OtherServices.class)
@SuppressWarnings("NullAway.Init")
class PaymentTest {

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Database database;

    @ConfigProperty(name = "shop.payments.url")
    String payments;

    @BeforeEach
    @AfterEach
    void closeBreakers() {
        breakers.resetAll();
    }

    @Test
    void whatFailedIsTriedAgainWithTheSameKey() {
        UUID order = idOf(place("flaky-01").statusCode(201));

        assertThat(triesWithKey(order)).isEqualTo(2);
    }

    @Test
    void afterAllTriesTheOrderIsNotPaid() {
        ValidatableResponse answer = place("broken-01").statusCode(502).header("Retry-After", nullValue())
                .body("error", containsString("payment")).body("state", equalTo("PAYMENT_FAILED"));

        assertThat(triesWithKey(idOf(answer))).isEqualTo(4);
        assertThat(database.stateOf(idOf(answer))).isEqualTo("PAYMENT_FAILED");
    }

    @Test
    void aRefusedPaymentIsNotTriedAgain() {
        UUID order = idOf(place("refused-01").statusCode(502));

        assertThat(triesWithKey(order)).isEqualTo(1);
        assertThat(database.stateOf(order)).isEqualTo("PAYMENT_FAILED");
    }

    @Test
    void afterTooManyFailuresNothingIsTriedForAWhile() {
        place("broken-01").statusCode(502);
        place("broken-01").statusCode(502);

        ValidatableResponse answer = place("tea-01").statusCode(503).header("Retry-After", "5").body("state",
                equalTo("PAYMENT_FAILED"));

        assertThat(triesWithKey(idOf(answer))).isZero();
        assertThat(database.stateOf(idOf(answer))).isEqualTo("PAYMENT_FAILED");
    }

    @Test
    void anOrderThatIsNotPaidIsNotFulfilled() {
        UUID order = idOf(place("broken-01").statusCode(502));

        assertThat(database.isWaiting(order)).isFalse();
    }

    private static ValidatableResponse place(String sku) {
        return given().contentType(ContentType.JSON)
                .body("{\"customer\":\"ada\",\"items\":[{\"sku\":\"" + sku + "\",\"quantity\":1}]}").post("/orders").then();
    }

    private static UUID idOf(ValidatableResponse answer) {
        return UUID.fromString(answer.extract().path("id"));
    }

    private int triesWithKey(UUID key) {
        return Integer.parseInt(given().get(payments + "/tries/" + key).asString());
    }
}
