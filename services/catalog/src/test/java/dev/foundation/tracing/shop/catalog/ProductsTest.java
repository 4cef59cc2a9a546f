package dev.foundation.tracing.shop.catalog;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProductsTest {

    @Test
    void aProductIsShownWithItsPriceAsText() {
        when().get("/products/tea-01").then().statusCode(200).body("sku", equalTo("tea-01")).body("price", equalTo("6.20"))
                .body("currency", equalTo("EUR")).body("name", equalTo("Darjeeling First Flush"));
    }

    @Test
    void allProductsAreListed() {
        when().get("/products").then().statusCode(200).body("size()", greaterThan(30)).body("sku",
                hasItems("tea-01", "tea-09", "coffee-01", "cup-01"));
    }

    @Test
    void anUnknownProductIsNotFound() {
        when().get("/products/tea-99").then().statusCode(404).contentType(ContentType.JSON).body("error",
                containsString("tea-99"));
    }

    @Test
    void whatCannotBeASkuIsNotFound() {
        when().get("/products/{sku}", "tea-01'; drop table product; --").then().statusCode(404);
    }

    @Test
    void whatIsNotThereIsAnsweredAsJson() {
        when().get("/nothing").then().statusCode(404).contentType(ContentType.JSON);
    }

    @Test
    void theServiceIsReadyWithItsDatabase() {
        when().get("/q/health/ready").then().statusCode(200).body("checks[0].name", containsString("Database"));
    }
}
