package dev.foundation.tracing.shop.catalog;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
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
    void baggageIsIgnored() {
        given().header("baggage", "fault.catalog=error").get("/products/tea-01").then().statusCode(200);
    }

    public static class Off implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shop.faults.enabled", "false");
        }
    }
}
