package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.faulttolerance.core.metrics.MetricsProvider;
import io.smallrye.faulttolerance.metrics.NoopProvider;

class WithoutMetricsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Metered.class, EndedSpans.class, GuardedSpans.class))
            .overrideConfigKey("quarkus.micrometer.enabled", "false")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    @Any
    Instance<MetricsProvider> providers;

    @Inject
    EndedSpans spans;

    @Inject
    Metered bean;

    @Test
    void nothingIsCountedAndTheTraceTellsAllTheSame() {
        bean.retried();

        assertThat(providers.get()).isInstanceOf(NoopProvider.class);
        assertThat(GuardedSpans.of(spans, "metered.retried").attemptCount()).isEqualTo(3);
        assertThat(GuardedSpans.of(spans, "metered.retried").outcome()).isEqualTo("success");
    }
}
