package dev.foundation.tracing.deployment.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;

/** What is counted of spans, where the application has OpenTelemetry's metrics and no others. */
class OpenTelemetryNumbersTest {

    private static final Attributes ORDER = Attributes.of(AttributeKey.stringKey("span.name"), "shop.order");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class, LastMetrics.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.otel.metrics.enabled", "true")
            .overrideConfigKey("quarkus.otel.metric.export.interval", "100ms")
            .overrideConfigKey("quarkus.micrometer.enabled", "false");

    @Inject
    Shop shop;

    @Inject
    LastMetrics metrics;

    @Test
    void countsAndTimesArriveAtTheExporter() {
        shop.order("tea-01");
        shop.orderAsGuest("tea-01");

        await().untilAsserted(() -> {
            assertThat(metrics.named("foundation.tracing.span.ended").getLongSumData().getPoints())
                    .anyMatch(point -> point.getAttributes().equals(ORDER) && point.getValue() == 2);
            assertThat(metrics.named("foundation.tracing.span.time").getDoubleSumData().getPoints())
                    .anyMatch(point -> point.getAttributes().equals(ORDER) && point.getValue() > 0);
            assertThat(metrics.named("foundation.tracing.span.duration.max").getDoubleGaugeData().getPoints())
                    .anyMatch(point -> point.getAttributes().equals(ORDER) && point.getValue() > 0);
        });
        assertThat(metrics.named("foundation.tracing.span.ended").getUnit()).isEqualTo("{span}");
        assertThat(metrics.named("foundation.tracing.span.time").getUnit()).isEqualTo("s");
    }

    @Singleton
    @Unremovable
    static class LastMetrics implements MetricExporter {

        private final ConcurrentMap<String, MetricData> last = new ConcurrentHashMap<>();

        MetricData named(String name) {
            assertThat(last).containsKey(name);
            return last.get(name);
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
