package dev.foundation.tracing.shop.storefront;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

@QuarkusTest
@QuarkusTestResource(OtherServices.class)
@TestProfile(FaultsOnTest.On.class)
class FaultsOnTest {

    @Test
    void faultsTravelOn() {
        given().header("baggage", "fault.catalog=slow").get("/products/baggage").then().body("baggage",
                equalTo("fault.catalog=slow"));
    }

    @Test
    void theStorefrontItselfCanBeMadeToFail() {
        given().header("baggage", "fault.storefront=error").get("/products/tea-01").then().statusCode(503).body("error",
                equalTo("storefront failed, as it was asked to"));
    }

    @Test
    void faultsAreSetAndEnded() {
        given().contentType(ContentType.JSON).body("{\"errorRate\":1}").put("/faults").then().statusCode(200)
                .body("latency", equalTo("PT0S"));
        given().contentType(ContentType.JSON).body("{}").post("/orders").then().statusCode(503);
        when().delete("/faults").then().statusCode(204);
        given().contentType(ContentType.JSON).body("{}").post("/orders").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"errorRate\":2}", "{\"latency\":\"soon\"}", "null", "?" })
    void badFaultsAreRefused(String body) {
        given().contentType(ContentType.JSON).body(body).put("/faults").then().statusCode(400).contentType(ContentType.JSON);
    }

    @Test
    void thePageOffersThem() {
        when().get("/page/settings").then().body("faultsEnabled", equalTo(true));
    }

    public static class On implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shop.faults.enabled", "true");
        }
    }
}
