package dev.foundation.tracing.test.readme;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static io.restassured.RestAssured.when;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@TraceTest
class OrderTraceTest {

    @Test
    void anOrderIsPricedAndShipped(TestTraces traces) {
        when().post("/orders").then().statusCode(200);

        assertThat(traces.expecting("order.ship").only()).hasRoot("POST /orders")
                .withAttribute("http.response.status_code", 200)
                .and().hasTree("""
                        POST /orders
                          order.place
                            order.price
                            order.ship
                              ◇ order.shipped
                        """);
    }
}
