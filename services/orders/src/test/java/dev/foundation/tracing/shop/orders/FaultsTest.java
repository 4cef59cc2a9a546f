package dev.foundation.tracing.shop.orders;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
@TraceTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OtherServices.class)
@SuppressWarnings("NullAway.Init")
class FaultsTest {

    @Inject
    Database database;

    @AfterEach
    void endFaults() {
        when().delete("/faults").then().statusCode(204);
    }

    @Test
    void anOrderThatIsMadeToFailIsNotStored() {
        long before = database.orders();

        order("fault.orders=error").then().statusCode(503).body("error", containsString("orders failed"));

        assertThat(database.orders()).isEqualTo(before);
    }

    @Test
    void baggageMakesOneOrderSlow(TestTraces traces) {
        order("fault.orders=slow").then().statusCode(201);

        assertThat(traces.only()).hasSpan("order.place").lastedAtLeast(Duration.ofMillis(390));
    }

    @Test
    void faultsOfOthersAreNotItsOwn() {
        order("fault.payments=error").then().statusCode(201);
    }

    @Test
    void withAnErrorRateOfOneEveryOrderFails() {
        given().contentType(ContentType.JSON).body("{\"errorRate\":1}").put("/faults").then().statusCode(200).body("latency",
                equalTo("PT0S"));

        order("").then().statusCode(503);
    }

    private static Response order(String baggage) {
        return given().contentType(ContentType.JSON).header("baggage", baggage)
                .body("{\"customer\":\"ada\",\"items\":[{\"sku\":\"tea-01\",\"quantity\":1}]}").post("/orders");
    }
}
