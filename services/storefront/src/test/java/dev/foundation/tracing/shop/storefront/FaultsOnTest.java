package dev.foundation.tracing.shop.storefront;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

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
