package dev.foundation.tracing.deployment.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.export.OtlpServer.Answer;
import io.quarkus.test.QuarkusUnitTest;

/** Each span by itself, when it ends. */
class ExportAtOnceTest {

    private static final int SPANS = 20;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Exports.class, OtlpServer.class))
            .overrideConfigKey("quarkus.otel.simple", "true")
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint", OtlpServer.address());

    @Inject
    Exports exports;

    @Test
    void everySpanIsCounted() {
        try (OtlpServer server = OtlpServer.answering(Answer.TAKE)) {
            exports.make(SPANS);

            await().until(() -> exports.report().exported() == SPANS);
            assertThat(server.taken()).isEqualTo(SPANS);
            Exports.addUp(exports.report());
        }
    }
}
