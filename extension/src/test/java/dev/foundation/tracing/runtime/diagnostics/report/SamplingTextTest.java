package dev.foundation.tracing.runtime.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.foundation.tracing.control.KeepSettings;
import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingSettings;
import dev.foundation.tracing.control.SamplingStatistics;
import dev.foundation.tracing.control.SamplingStatistics.Held;
import dev.foundation.tracing.control.SamplingStatistics.OfRule;
import dev.foundation.tracing.control.TracingReport.NotSampled;
import io.opentelemetry.sdk.trace.samplers.Sampler;

class SamplingTextTest {

    private static final KeepSettings NONE_KEPT = new KeepSettings(false, null, 10, 10, Duration.ofSeconds(1));
    private static final Held NONE_HELD = new Held(0, 0, 0, 0, 0, 0, 0, 0, 0);

    @ParameterizedTest
    @CsvSource({ "0.015, 1.5 % of all traces", "0.1, 10 % of all traces", "0.00001, 0.001 % of all traces" })
    void aRatioIsTold(double ratio, String text) {
        assertThat(SamplingText.sampler(Sampler.traceIdRatioBased(ratio).getDescription())).isEqualTo(text);
    }

    @Test
    void allAndNothingAreTold() {
        assertThat(SamplingText.sampler(Sampler.alwaysOn().getDescription())).isEqualTo("every trace");
        assertThat(SamplingText.sampler(Sampler.alwaysOff().getDescription())).isEqualTo("no trace");
    }

    @Test
    void rulesAndWhatIsKeptBesidesAreTold() {
        SamplingSettings settings = new SamplingSettings(List.of(SamplingRule.forSpans("a").never()), Set.of(),
                NONE_KEPT.ofFailed(true).ofSlowerThan(Duration.ofSeconds(1)));

        assertThat(of(settings).text()).isEqualTo("by a rule, else every trace, and what fails or takes longer than PT1S");
        assertThat(of(settings.withRules(List.of()).withKeeping(NONE_KEPT)).text()).isEqualTo("every trace");
    }

    @Test
    void whatRulesKeepForBeingSlowIsTold() {
        SamplingSettings settings = new SamplingSettings(List.of(
                SamplingRule.forSpans("a").ratio(0.1).keepingSlowerThan(Duration.ofSeconds(2)),
                SamplingRule.forSpans("b").ratio(0.2).keepingSlowerThan(Duration.ofMillis(200)),
                SamplingRule.forSpans("c").ratio(0.3).keepingSlowerThan(Duration.ofSeconds(2))), Set.of(), NONE_KEPT);

        assertThat(of(settings).text())
                .isEqualTo("by 3 rules, else every trace, and what takes longer than its rule says (PT0.2S, PT2S)");
        assertThat(of(settings.withKeeping(NONE_KEPT.ofFailed(true).ofSlowerThan(Duration.ofSeconds(1)))).text()).isEqualTo(
                "by 3 rules, else every trace, and what fails or takes longer than PT1S or than its rule says (PT0.2S, PT2S)");
    }

    @Test
    void whatIsSampledOutIsSummedUp() {
        assertThat(of(new SamplingSettings(List.of(), Set.of(), NONE_KEPT)).notSampled())
                .isEqualTo(new NotSampled(7, 3, 0));
    }

    private static SamplingText of(SamplingSettings settings) {
        return new SamplingText(settings, new SamplingStatistics(List.of(new OfRule("a", 5, 0, 5)),
                new OfRule(Sampler.alwaysOn().getDescription(), 12, 10, 2), 3, NONE_HELD));
    }
}
