package dev.foundation.tracing.shop.payments;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

@QuarkusTest
@TestProfile(FaultsBySettingTest.Failing.class)
class FaultsBySettingTest {

    @Test
    void theyHoldFromTheStart() {
        when().get("/faults").then().body("errorRate", equalTo(1f)).body("latency", equalTo("PT0.02S"));
        given().contentType(ContentType.JSON).header("Idempotency-Key", "set")
                .body("{\"orderId\":\"order-1\",\"amount\":\"12.40\",\"currency\":\"EUR\"}").post("/payments").then()
                .statusCode(503);
    }

    public static class Failing implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shop.faults.payments.error-rate", "1", "shop.faults.payments.latency", "0.02S",
                    "shop.faults.orders.latency", "9S");
        }
    }
}
