package dev.foundation.tracing.deployment.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.Sampling;
import io.quarkus.test.QuarkusUnitTest;

class SamplingWithoutTracingTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.foundation-tracing.enabled", "false");

    @Inject
    Sampling sampling;

    @Test
    void codeThatInjectsItGoesOnStarting() {
        assertThat(sampling.statistics().withoutRule().seen()).isZero();
    }
}
