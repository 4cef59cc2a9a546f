package dev.foundation.tracing.deployment.diagnostics;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.Diagnostics;
import io.quarkus.test.QuarkusUnitTest;

class ReportWithoutTracingTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Desk.class))
            .overrideConfigKey("quarkus.otel.traces.enabled", "false");

    @Inject
    Diagnostics diagnostics;

    @Test
    void codeThatAsksIsBuiltAndToldWhy() {
        when().get("/desk/lost").then().statusCode(200).body(is("false"));

        assertThat(diagnostics.report().on()).isFalse();
        assertThat(diagnostics.report().state()).contains("quarkus.otel.traces.enabled");
    }
}
