package dev.foundation.tracing.shop.storefront;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
@QuarkusTestResource(OtherServices.class)
class StorefrontTest {

    @Test
    void productsAreTheCatalogs() {
        when().get("/products").then().statusCode(200).contentType(ContentType.JSON).body("[0].sku", equalTo("tea-01"));
        when().get("/products/tea-01").then().statusCode(200).body("sku", equalTo("tea-01"));
    }

    @Test
    void whatTheCatalogDoesNotKnowIsNotFound() {
        when().get("/products/none").then().statusCode(404).body("error", equalTo("no product has that SKU"));
    }

    @Test
    void aPathStaysOnePath() {
        given().urlEncodingEnabled(false).get("/products/..%2Forders%2F1").then().statusCode(404);
    }

    @Test
    void anOrderIsPassedOnAsItCame() {
        given().contentType(ContentType.JSON).body("{\"customer\":\"Zoë\"}").post("/orders").then().statusCode(201)
                .header("Location", "/orders/1").body("customer", equalTo("Zoë"));
    }

    @Test
    void anOrdersStateIsShown() {
        when().get("/orders/1").then().statusCode(200).body("state", equalTo("FULFILLED"));
    }

    @Test
    void whenToTryAgainIsPassedOn() {
        given().contentType(ContentType.JSON).body("{\"suspended\":true}").post("/orders").then().statusCode(503)
                .header("Retry-After", "5").body("error", containsString("suspended"));
    }

    @Test
    void anEmptyOrderIsForTheOrdersServiceToRefuse() {
        given().contentType(ContentType.JSON).post("/orders").then().statusCode(400).body("error", containsString("body"));
    }

    @Test
    void anOrderIsJson() {
        given().contentType(ContentType.TEXT).body("{}").post("/orders").then().statusCode(415).contentType(ContentType.JSON);
    }

    @Test
    void aServiceThatCannotBeReachedIsNamed() {
        when().get("/products/gone").then().statusCode(503).body("error", containsString("catalog cannot be reached"));
    }

    @Test
    void anOrderThatTakesTooLongMayHaveBeenPlaced() {
        given().contentType(ContentType.JSON).body("{\"silent\":true}").post("/orders").then().statusCode(504).body("error",
                equalTo("orders did not answer in time: the order may have been placed"));
    }

    @Test
    void whatIsNoJsonIsNotPassedOn() {
        when().get("/products/page").then().statusCode(502).contentType(ContentType.JSON).body("error",
                not(containsString("secret")));
    }

    @Test
    void everyResponseNamesItsTrace() {
        when().get("/products/none").then().header("x-trace-id", notNullValue());
    }

    @Test
    void thePageIsServedWithAStrictPolicy() {
        when().get("/").then().statusCode(200).contentType(ContentType.HTML)
                .header("Content-Security-Policy", containsString("default-src 'self'")).body(containsString("shop.js"));
    }

    @Test
    void thePageLearnsWhereTracesAreShown() {
        when().get("/page/settings").then().statusCode(200).body("traces.all", equalTo("http://localhost:3200"))
                .body("traces.one", equalTo("http://localhost:3200/trace/{traceId}"));
    }

    @Test
    void whatIsNotThereIsAnsweredAsJson() {
        when().get("/nothing").then().statusCode(404).contentType(ContentType.JSON);
        when().delete("/orders").then().statusCode(405).contentType(ContentType.JSON);
    }
}
