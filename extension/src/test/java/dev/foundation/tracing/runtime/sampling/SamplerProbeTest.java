package dev.foundation.tracing.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.opentelemetry.sdk.trace.samplers.Sampler;

class SamplerProbeTest {

    @Test
    void aParentBasedSamplerDropsBelowAnUnsampledParent() {
        assertThat(drops(Sampler.parentBased(Sampler.alwaysOn()))).isTrue();
    }

    @Test
    void aSamplerThatIsAlwaysOnDoesNot() {
        assertThat(drops(Sampler.alwaysOn())).isFalse();
    }

    @Test
    void aSamplerThatDecidesByTraceIdDoesNot() {
        assertThat(drops(Sampler.traceIdRatioBased(0.001))).isFalse();
    }

    @Test
    void oneThatKeepsBelowRemoteParentsOnlyDoesNot() {
        assertThat(drops(Sampler.parentBasedBuilder(Sampler.alwaysOn())
                .setRemoteParentNotSampled(Sampler.alwaysOn()).build())).isFalse();
    }

    private static boolean drops(Sampler sampler) {
        return new SamplerProbe(sampler).dropsBelowUnsampledParent();
    }
}
