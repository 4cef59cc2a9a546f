package dev.foundation.tracing.deployment.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.CapturedLog;
import dev.foundation.tracing.runtime.export.SpanExports;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.QuarkusUnitTest;

/** With the extension off for this run, exports are Quarkus's business alone. */
class InactiveTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(CapturedLog.class, OtlpServer.class))
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.active", "false")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint", OtlpServer.address())
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "20ms");

    @Inject
    SpanExports exports;

    @Inject
    OpenTelemetry openTelemetry;

    @Test
    void quarkusTellsOfItsFailuresItself() {
        try (CapturedLog sender = CapturedLog.of("io.quarkus.opentelemetry.runtime.exporter.otlp.sender")) {
            openTelemetry.getTracer("theirs").spanBuilder("theirs").startSpan().end();

            await().untilAsserted(() -> assertThat(sender.lines())
                    .anyMatch(line -> line.message().startsWith("Failed to export TraceRequestMarshaler")));
            assertThat(exports.reports()).isEmpty();
        }
    }
}
