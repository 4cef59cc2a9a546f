package dev.foundation.tracing.deployment.http;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class WithoutTracingTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(ShopEndpoint.class))
            .overrideConfigKey("quarkus.otel.enabled", "false");

    @Test
    void anApplicationWithoutOpenTelemetryServesWithoutTraceId() {
        when().get("/shop").then().statusCode(200).header("x-trace-id", nullValue());
    }
}
