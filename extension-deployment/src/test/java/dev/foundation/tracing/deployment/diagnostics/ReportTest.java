package dev.foundation.tracing.deployment.diagnostics;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.Diagnostics;
import io.quarkus.test.QuarkusUnitTest;

class ReportTest {

    private static final String ENDPOINT = Desk.deserted();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Desk.class))
            .overrideConfigKey("quarkus.foundation-tracing.diagnostics.readiness", "true")
            .overrideConfigKey("quarkus.application.name", "desk")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint", ENDPOINT.replace("//", "//ada:secret@"))
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "20ms")
            .overrideRuntimeConfigKey("quarkus.otel.traces.sampler.arg", "1")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("dev.foundation.tracing"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage)
                    .filteredOn(line -> line.contains("Tracing is on")).singleElement().asString()
                    .contains("spans of desk go to http://", "by grpc; sampled: every trace").doesNotContain("secret"));

    @Inject
    Diagnostics diagnostics;

    @Test
    void peopleReadWhereTheirSpansAre() {
        when().get("/desk").then().statusCode(200);
        await().until(() -> diagnostics.report().spans().dropped() > 0);

        when().get("/q/foundation-tracing").then().statusCode(200).contentType("text/plain")
                .header("cache-control", "no-store")
                .body(containsString("tracing   desk: on"))
                .body(containsString(", which FAILS; last failure "))
                .body(containsString("dropped: unreachable"))
                .body(containsString("→ Check that something listens there"))
                .body(not(containsString("secret")));
    }

    @Test
    void programsReadTheSame() {
        when().get("/desk").then().statusCode(200);
        await().until(() -> diagnostics.report().spans().dropped() > 0);

        given().accept("application/json").get("/q/foundation-tracing").then().contentType("application/json")
                .body("on", equalTo(true)).body("service", equalTo("desk")).body("export.reachable", equalTo(false))
                .body("export.protocol", equalTo("grpc"));
    }

    @Test
    void whatIsMadeIsExportedOrDroppedOrWaiting() {
        when().get("/desk").then().statusCode(200);
        await().until(() -> diagnostics.report().spans().waiting() == 0);

        var spans = diagnostics.report().spans();
        assertThat(spans.made()).isPositive().isEqualTo(spans.exported() + spans.dropped());
    }

    @Test
    void workWithoutItsSpanIsFoundByItsLine() {
        Desk.speakToNobody();

        given().accept("application/json").get("/q/foundation-tracing").then()
                .body("withoutContext.what", hasItem("desk.unheard"))
                .body("withoutContext.where", hasItem(containsString("Desk.java")));
    }

    @Test
    void aSpanThatNobodyEndsIsFoundByItsLine() throws InterruptedException {
        Desk.forget();

        await().until(() -> {
            System.gc(); // what is lost is found when its object is gone
            return diagnostics.report().neverEnded().stream().anyMatch(
                    found -> found.what().equals("desk.forgotten") && found.where().contains("Desk.java"));
        });
    }

    @Test
    void theReportItselfIsNotTraced() {
        long made = diagnostics.report().spans().made();

        for (int i = 0; i < 5; i++)
            when().get("/q/foundation-tracing").then().statusCode(200);

        assertThat(diagnostics.report().spans().made()).isEqualTo(made);
    }

    @Test
    void readinessTellsOfExportsThatFailWhereItIsAskedFor() {
        when().get("/desk").then().statusCode(200);
        await().until(() -> Boolean.FALSE.equals(diagnostics.report().export().reachable()));

        when().get("/q/health/ready").then().statusCode(503)
                .body("checks.find { it.name == 'Foundation Tracing' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'Foundation Tracing' }.data.'last failure'", containsString("refused"));
    }
}
