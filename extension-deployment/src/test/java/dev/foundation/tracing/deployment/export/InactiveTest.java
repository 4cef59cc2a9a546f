package dev.foundation.tracing.deployment.export;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.export.OtlpServer.Answer;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.QuarkusUnitTest;

/** With the extension off for this run, spans of others are exported as if it were on. */
class InactiveTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Exports.class, OtlpServer.class))
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.active", "false")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint", OtlpServer.address())
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "20ms");

    @Inject
    Exports exports;

    @Inject
    OpenTelemetry openTelemetry;

    @Test
    void theyAreCountedAndLeaveWithoutTheirSecrets() {
        try (OtlpServer server = OtlpServer.answering(Answer.TAKE)) {
            openTelemetry.getTracer("theirs").spanBuilder("theirs").startSpan()
                    .setAttribute(stringKey("password"), "hunter2").end();

            await().until(() -> exports.report().exported() == 1);
            assertThat(server.spans().toString()).contains("REDACTED").doesNotContain("hunter2");
        }
    }
}
