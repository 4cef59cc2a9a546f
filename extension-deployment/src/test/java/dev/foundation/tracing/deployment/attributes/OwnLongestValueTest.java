package dev.foundation.tracing.deployment.attributes;

import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.test.QuarkusUnitTest;

class OwnLongestValueTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey("quarkus.otel.attribute.value.length.limit", "50000");

    @Inject
    EndedSpans spans;

    @Test
    void theGeneralSettingOfOpenTelemetryWins() {
        withSpan("order.place", "note", "!".repeat(100_000), () -> {
        });

        assertThat(spans.named("order.place").getAttributes().get(stringKey("note"))).hasSize(50_000);
    }
}
