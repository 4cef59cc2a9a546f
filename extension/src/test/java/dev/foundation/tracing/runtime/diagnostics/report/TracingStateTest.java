package dev.foundation.tracing.runtime.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class TracingStateTest {

    private static final List<String> QUARKUS = List.of("cdi");

    @Test
    void whereNothingIsSwitchedOffItIsOn() {
        assertThat(TracingState.of(true, false, QUARKUS)).isEqualTo(new TracingState(true, "on"));
    }

    @Test
    void whatIsSwitchedOffIsNamed() {
        assertThat(TracingState.of(true, true, QUARKUS).text()).contains("quarkus.otel.sdk.disabled");
        assertThat(TracingState.of(false, false, QUARKUS).text()).contains("quarkus.foundation-tracing.active");
        assertThat(TracingState.of(true, false, List.of("none")).text()).contains("quarkus.otel.traces.exporter");
    }

    @Test
    void withoutThisExtensionsSpansQuarkusesAreExportedStill() {
        assertThat(TracingState.of(false, false, QUARKUS).on()).isTrue();
        assertThat(TracingState.of(true, true, QUARKUS).on()).isFalse();
    }
}
