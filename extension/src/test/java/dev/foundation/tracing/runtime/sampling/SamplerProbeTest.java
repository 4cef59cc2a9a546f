package dev.foundation.tracing.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.quarkus.opentelemetry.runtime.tracing.DropTargetsSampler;

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

    @Test
    void oneThatLooksAtNamesIsNotTrustedThoughItDropsTheProbe() {
        assertThat(drops(new KeepsPayments())).isFalse();
    }

    @Test
    void aSamplerThatDropsAnAddressSuppressesIt() {
        SamplerProbe probe = new SamplerProbe(new DropTargetsSampler(Sampler.parentBased(Sampler.alwaysOn()), Set.of("/q/*")));

        assertThat(probe.suppresses("/q/health", null)).isTrue();
        assertThat(probe.suppresses("/orders", null)).isFalse();
    }

    @Test
    void aSamplerThatDropsEverythingSuppressesNothing() {
        assertThat(new SamplerProbe(Sampler.alwaysOff()).suppresses("/orders", "page=2")).isFalse();
    }

    private static boolean drops(Sampler sampler) {
        return new SamplerProbe(sampler).dropsBelowUnsampledParent();
    }

    private static final class KeepsPayments implements Sampler {

        @Override
        public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
                List<LinkData> links) {
            return name.startsWith("payment.") ? SamplingResult.recordAndSample() : SamplingResult.drop();
        }

        @Override
        public String getDescription() {
            return "keeps payments";
        }
    }
}
