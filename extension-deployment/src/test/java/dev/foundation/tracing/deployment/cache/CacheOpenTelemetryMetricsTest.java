package dev.foundation.tracing.deployment.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;

/** What is counted, where the application has OpenTelemetry's metrics and no others. */
class CacheOpenTelemetryMetricsTest {

    private static final AttributeKey<String> RESULT = AttributeKey.stringKey("cache.result");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, LastMetrics.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.otel.metrics.enabled", "true")
            .overrideConfigKey("quarkus.otel.metric.export.interval", "100ms")
            .overrideConfigKey("quarkus.micrometer.enabled", "false");

    @Inject
    Prices prices;

    @Inject
    LastMetrics metrics;

    @Test
    void lookupsAndLoadsArriveAtTheExporter() {
        prices.find("tea-01");
        prices.find("tea-01");

        await().untilAsserted(() -> {
            assertThat(metrics.lookups("hit")).isEqualTo(1);
            assertThat(metrics.lookups("miss")).isEqualTo(1);
            assertThat(metrics.named("foundation.tracing.cache.load.duration").getHistogramData().getPoints())
                    .anyMatch(point -> point.getCount() == 1);
        });
        assertThat(metrics.named("foundation.tracing.cache.load.duration").getUnit()).isEqualTo("s");
    }

    @Singleton
    @Unremovable
    static class LastMetrics implements MetricExporter {

        private final ConcurrentMap<String, MetricData> last = new ConcurrentHashMap<>();

        MetricData named(String name) {
            assertThat(last).containsKey(name);
            return last.get(name);
        }

        long lookups(String result) {
            return named("foundation.tracing.cache.lookups").getLongSumData().getPoints().stream()
                    .filter(point -> result.equals(point.getAttributes().get(RESULT))).findFirst().orElseThrow().getValue();
        }

        @Override
        public CompletableResultCode export(Collection<MetricData> exported) {
            exported.forEach(metric -> last.put(metric.getName(), metric));
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public AggregationTemporality getAggregationTemporality(InstrumentType type) {
            return AggregationTemporality.CUMULATIVE;
        }
    }
}
