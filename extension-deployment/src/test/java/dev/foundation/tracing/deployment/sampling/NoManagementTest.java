package dev.foundation.tracing.deployment.sampling;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class NoManagementTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(OrdersEndpoint.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Test
    void withoutAManagementInterfaceThereIsNoWayInByHttp() {
        when().get("/q/foundation-tracing/sampling").then().statusCode(404);
        given().body("{}").put("/q/foundation-tracing/sampling").then().statusCode(404);
    }
}
