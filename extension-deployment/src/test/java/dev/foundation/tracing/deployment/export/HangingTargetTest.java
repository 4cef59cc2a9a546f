package dev.foundation.tracing.deployment.export;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.export.OtlpServer.Answer;
import dev.foundation.tracing.runtime.export.DropCause;
import dev.foundation.tracing.runtime.export.ExportReport;
import io.quarkus.test.QuarkusUnitTest;

/** A target that takes exports and never answers: the queue fills up, and nobody waits for it. */
class HangingTargetTest {

    private static final int QUEUE = 32;
    private static final int REQUESTS = 3 * QUEUE;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Exports.class, OtlpServer.class, Till.class))
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint", OtlpServer.address())
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.timeout", "2s")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "20ms")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.max.queue.size", String.valueOf(QUEUE))
            .overrideRuntimeConfigKey("quarkus.otel.bsp.max.export.batch.size", "8");

    @Inject
    Exports exports;

    @Test
    void requestsAreAnsweredAndWhatIsLostIsCounted() {
        try (OtlpServer server = OtlpServer.answering(Answer.HANG)) {
            exports.make(1);
            await().until(() -> server.requests() > 0);

            for (int i = 0; i < REQUESTS; i++)
                when().get("/till").then().statusCode(200);

            ExportReport report = exports.report();
            assertThat(report.exported()).isZero();
            assertThat(report.dropped().get(DropCause.QUEUE_FULL)).isPositive();
            assertThat(report.made()).isEqualTo(report.waiting() + report.droppedInAll());

            server.answer(Answer.TAKE);
            ExportReport settled = exports.settled();
            assertThat(settled.exported()).isEqualTo(server.taken()).isPositive();
            Exports.addUp(settled);
        }
    }

    @Path("/till")
    public static class Till {

        @GET
        public String total() {
            return "12.40";
        }
    }
}
