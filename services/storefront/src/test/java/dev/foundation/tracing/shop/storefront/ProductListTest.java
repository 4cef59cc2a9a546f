package dev.foundation.tracing.shop.storefront;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** An application of its own, for its first list is the point. */
@QuarkusTest
@TraceTest
@QuarkusTestResource(OtherServices.class)
@TestProfile(ProductListTest.OfItsOwn.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductListTest {

    @Test
    @Order(1)
    void withoutAnyListTheCatalogsAnswerIsPassedOn() {
        whileTheCatalogFails().then().statusCode(503).body("error", equalTo("no list today"));
    }

    @Test
    @Order(2)
    void whileTheCatalogFailsItsLastListIsShown(TestTraces traces) {
        when().get("/products").then().statusCode(200);

        whileTheCatalogFails().then().statusCode(200).body("[0].sku", equalTo("tea-01"));

        assertThat(traces.last()).hasSpan("catalog.list").withAttribute("products.last_given", true)
                .withEvent("fallback");
    }

    private static Response whileTheCatalogFails() {
        return given().header("baggage", "list=fails").get("/products");
    }

    public static class OfItsOwn implements QuarkusTestProfile {
    }
}
