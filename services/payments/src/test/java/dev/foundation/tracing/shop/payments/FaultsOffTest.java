package dev.foundation.tracing.shop.payments;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

@QuarkusTest
@TestProfile(FaultsOffTest.Off.class)
class FaultsOffTest {

    @Test
    void noFaultsAreShown() {
        when().get("/faults").then().statusCode(404);
    }

    @Test
    void noFaultsAreSet() {
        given().contentType(ContentType.JSON).body("{\"errorRate\":1}").put("/faults").then().statusCode(404);
    }

    @Test
    void notEvenABadBodyTellsThatTheyExist() {
        given().contentType(ContentType.TEXT).body("?").put("/faults").then().statusCode(404);
    }

    @Test
    void baggageIsIgnored() {
        given().contentType(ContentType.JSON).header("Idempotency-Key", "off").header("baggage", "fault.payments=error")
                .body("{\"orderId\":\"order-1\",\"amount\":\"12.40\",\"currency\":\"EUR\"}").post("/payments").then()
                .statusCode(201);
    }

    public static class Off implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shop.faults.enabled", "false");
        }
    }
}
