package dev.foundation.tracing.deployment.diagnostics;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class ReportOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Desk.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.foundation-tracing.diagnostics.endpoint", "false");

    @Test
    void whoeverWantsNoEndpointHasNone() {
        when().get("/q/foundation-tracing").then().statusCode(404);
    }

    @Test
    void theBeanIsThereAllTheSame() {
        when().get("/desk/lost").then().statusCode(200).body(is("false"));
    }
}
