package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collection;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricExporter;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;

class OpenTelemetryMetricsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    jar -> jar.addClasses(Metered.class, Exporter.class, EndedSpans.class, GuardedSpans.class))
            .overrideConfigKey("quarkus.micrometer.enabled", "false")
            .overrideConfigKey("quarkus.otel.metrics.enabled", "true")
            .overrideConfigKey("quarkus.otel.metrics.exporter", "cdi")
            .overrideConfigKey("quarkus.otel.metric.export.interval", "100ms")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    static class Exporter {

        @Produces
        @Singleton
        @Unremovable
        InMemoryMetricExporter exporter() {
            return InMemoryMetricExporter.create();
        }
    }

    @Inject
    InMemoryMetricExporter exported;

    @Inject
    EndedSpans spans;

    @Inject
    Metered bean;

    @Test
    void retriesAreCountedAsBefore() {
        bean.retried();

        await("the metric").until(() -> retries(exported.getFinishedMetricItems()) == 2);
        assertThat(GuardedSpans.of(spans, "metered.retried").attemptCount()).isEqualTo(3);
    }

    private static long retries(Collection<MetricData> metrics) {
        return metrics.stream().filter(metric -> metric.getName().equals("ft.retry.retries.total"))
                .flatMap(metric -> metric.getLongSumData().getPoints().stream()).mapToLong(LongPointData::getValue).max()
                .orElse(0);
    }
}
