package dev.foundation.tracing.it.shop;

import static dev.foundation.tracing.it.shop.ShopUnderTest.post;
import static dev.foundation.tracing.it.shop.ShopUnderTest.request;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.Response;

/** What nobody should send, and somebody will. */
@ExtendWith(RunningShop.class)
class BadInputIT {

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "nonsense", "[]", "{}", "null",
            "{\"customer\":\"\",\"items\":[{\"sku\":\"tea-01\",\"quantity\":1}]}",
            "{\"customer\":\"ada\",\"items\":[]}",
            "{\"customer\":\"ada\",\"items\":[{\"sku\":\"tea-01\",\"quantity\":0}]}",
            "{\"customer\":\"ada\",\"items\":[{\"sku\":\"tea-01\",\"quantity\":\"many\"}]}",
            "{\"customer\":\"ada\",\"items\":[{\"sku\":\"../../etc\",\"quantity\":1}]}",
            "{\"customer\":\"ada\",\"items\":[null]}" })
    void aMalformedOrderIsRefusedWithTheReasonAndNothingIsStored(String body, ShopUnderTest shop) {
        long before = shop.storedOrders();

        Response answer = shop.order(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error")).isNotBlank();
        assertThat(answer.header("x-trace-id")).matches("[0-9a-f]{32}");
        assertThat(shop.storedOrders()).isEqualTo(before);
    }

    @Test
    void anOrderOfAnUnknownProductIsNotFoundAndNothingIsStored(ShopUnderTest shop) {
        long before = shop.storedOrders();

        Response answer = shop.order("{\"customer\":\"ada\",\"items\":[{\"sku\":\"tea-99\",\"quantity\":1}]}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("error")).contains("tea-99");
        assertThat(shop.storedOrders()).isEqualTo(before);
    }

    @Test
    void anUnknownProductIsNotFound(ShopUnderTest shop) {
        Response answer = request(shop.shop().storefront()).get("/products/tea-99");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("x-trace-id")).matches("[0-9a-f]{32}");
    }

    @Test
    void anUnknownOrderIsNotFound(ShopUnderTest shop) {
        request(shop.shop().storefront()).get("/orders/00000000-0000-0000-0000-000000000000").then().statusCode(404);
    }

    @Test
    void whatTheStoreCannotReadIsRefusedAndItKeepsServing(ShopUnderTest shop) {
        URI otlp = shop.otlpHttp();

        given().baseUri(otlp.toString()).contentType("application/x-protobuf").body("nonsense".getBytes(UTF_8))
                .post("/v1/traces").then().statusCode(400);
        given().baseUri(otlp.toString()).contentType("text/plain").body("nonsense").post("/v1/traces").then().statusCode(415);

        shop.fulfilledTraceOf(shop.order(ShopUnderTest.TWO_TEAS));
    }

    @Test
    void badFaultsAreRefusedWithTheReason(ShopUnderTest shop) {
        Response answer = request(shop.shop().payments()).contentType("application/json").body("{\"errorRate\":2}")
                .put("/faults");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error")).isNotBlank();
        assertThat(post(shop.shop().storefront(), "/orders", ShopUnderTest.TWO_TEAS).statusCode()).isEqualTo(201);
    }
}
