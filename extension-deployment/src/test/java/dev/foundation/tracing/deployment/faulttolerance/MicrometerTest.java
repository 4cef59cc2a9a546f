package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.QuarkusUnitTest;

class MicrometerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Metered.class, EndedSpans.class, GuardedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    MeterRegistry registry;

    @Inject
    EndedSpans spans;

    @Inject
    Metered bean;

    @Test
    void retriesAreCountedAsBefore() {
        bean.retried();

        assertThat(registry.get("ft.retry.retries.total").tag("method", Metered.class.getName() + ".retried").counter().count())
                .isEqualTo(2);
        assertThat(registry.get("ft.invocations.total").tag("result", "valueReturned").counter().count()).isEqualTo(1);
        assertThat(GuardedSpans.of(spans, "metered.retried").attemptCount()).isEqualTo(3);
    }
}
