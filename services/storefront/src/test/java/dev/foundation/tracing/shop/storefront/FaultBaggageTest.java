package dev.foundation.tracing.shop.storefront;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(OtherServices.class)
class FaultBaggageTest {

    @Test
    void faultsGoNoFurtherThanTheEdge() {
        given().header("baggage", "fault.catalog=slow,fault.payments=error").get("/products/baggage").then()
                .body("baggage", equalTo(""));
    }

    @Test
    void otherBaggageTravelsOn() {
        given().header("baggage", "fault.catalog=slow,colour=blue").get("/products/baggage").then().body("baggage",
                equalTo("colour=blue"));
    }

    @Test
    void noFaultsAreFound() {
        when().get("/faults").then().statusCode(404);
    }

    @Test
    void thePageOffersNone() {
        when().get("/page/settings").then().body("faultsEnabled", equalTo(false));
    }
}
