package dev.foundation.tracing.deployment.diagnostics;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

class ManagedReportTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Desk.class))
            .overrideConfigKey("quarkus.management.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.management.test-port", "0")
            .overrideRuntimeConfigKey("quarkus.otel.sdk.disabled", "true");

    @TestHTTPResource(value = "/foundation-tracing", management = true)
    URI address;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @Test
    void theReportIsOnTheManagementInterfaceAlone() {
        when().get(address).then().statusCode(200);
        when().get("/q/foundation-tracing").then().statusCode(404);
    }

    @Test
    void whereTracingIsOffTheReportSaysWhy() {
        when().get(address).then().body(containsString("off, since quarkus.otel.sdk.disabled=true"));
    }

    @Test
    void readinessKnowsNothingOfTracingUnlessItIsAskedFor() {
        when().get(readiness).then().statusCode(200).body(not(containsString("Foundation Tracing")));
    }
}
