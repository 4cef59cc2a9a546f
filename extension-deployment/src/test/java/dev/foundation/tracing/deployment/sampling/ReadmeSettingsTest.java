package dev.foundation.tracing.deployment.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.Sampling;
import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingRule.Strategy;
import io.quarkus.test.QuarkusUnitTest;

/** That the settings for sampling which the README shows are those that there are. */
class ReadmeSettingsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = asInReadme(new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.otel.traces.exporter", "none"));

    @Inject
    Sampling sampling;

    private static QuarkusUnitTest asInReadme(QuarkusUnitTest application) {
        for (String line : readme())
            if (line.startsWith("quarkus.foundation-tracing.sampling.")) {
                String[] setting = line.split("=", 2);
                application.overrideRuntimeConfigKey(setting[0], setting[1]);
            }
        return application;
    }

    private static List<String> readme() {
        try {
            return Files.readAllLines(Path.of("..", "README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itsRulesDecideInTheirOrder() {
        assertThat(sampling.settings().rules()).extracting(SamplingRule::strategy).containsExactly(Strategy.ALWAYS,
                Strategy.ADAPTIVE, Strategy.RATIO);
        assertThat(sampling.settings().rules().get(1).targetPerSecond()).isEqualTo(10);
    }

    @Test
    void whatFailedOrWasSlowIsKept() {
        assertThat(sampling.settings().keeping().failed()).isTrue();
        assertThat(sampling.settings().keeping().slowerThan()).isEqualTo(Duration.ofSeconds(1));
    }
}
