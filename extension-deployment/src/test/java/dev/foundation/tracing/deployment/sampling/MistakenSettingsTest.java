package dev.foundation.tracing.deployment.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class MistakenSettingsTest {

    private static final String RULES = "quarkus.foundation-tracing.sampling.rules";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey(RULES + "[0].span-name", "a")
            .overrideRuntimeConfigKey(RULES + "[0].strategy", "sometimes")
            .overrideRuntimeConfigKey(RULES + "[1].span-name", "b")
            .overrideRuntimeConfigKey(RULES + "[1].route", "/b")
            .overrideRuntimeConfigKey(RULES + "[1].strategy", "ratio")
            .overrideRuntimeConfigKey(RULES + "[1].ratio", "half")
            .overrideRuntimeConfigKey(RULES + "[2].span-name", "c")
            .overrideRuntimeConfigKey(RULES + "[2].strategy", "rate-limited")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.keep.max-spans", "0")
            .assertException(MistakenSettingsTest::saysAllMistakesAtOnce);

    @Test
    void anApplicationWithWrongRulesDoesNotStart() {
        fail("the application must not start");
    }

    private static void saysAllMistakesAtOnce(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null)
            root = root.getCause();
        assertThat(root).hasMessageStartingWith("Sampling is configured with 6 mistakes:\n")
                .hasMessageContaining(RULES + "[0].strategy is 'sometimes'").hasMessageContaining(RULES + "[1].ratio is 'half'")
                .hasMessageContaining(RULES + "[1] has both span-name and route").hasMessageContaining(RULES
                        + "[2].per-second is missing")
                .hasMessageContaining("quarkus.foundation-tracing.sampling.keep.max-spans is 0");
    }
}
