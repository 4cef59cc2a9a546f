package dev.foundation.tracing.shop.storefront;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

@QuarkusTest
@TestProfile(UnreachableTest.NothingBehind.class)
class UnreachableTest {

    @Test
    void anOrderThatReachedNoOneIsNotSaidToBePlaced() {
        given().contentType(ContentType.JSON).body("{}").post("/orders").then().statusCode(503).body("error",
                equalTo("orders cannot be reached"));
    }

    @Test
    void withoutAPlaceForTracesThePageHasNoLinks() {
        when().get("/page/settings").then().statusCode(200).body("traces", nullValue());
    }

    public static class NothingBehind implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            // Port 1 is reserved: nobody listens there.
            return Map.of("shop.orders.url", "http://localhost:1", "shop.trace-ui.url", "");
        }
    }
}
