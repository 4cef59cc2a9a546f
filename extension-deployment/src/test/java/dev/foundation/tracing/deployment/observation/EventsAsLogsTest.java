package dev.foundation.tracing.deployment.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;

class EventsAsLogsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class, EndedSpans.class, LogRecords.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.otel.blrp.schedule.delay", "100ms")
            .overrideConfigKey("quarkus.otel.logs.enabled", "true")
            .overrideConfigKey("quarkus.foundation-tracing.events", "log");

    @Inject
    Shop shop;

    @Inject
    EndedSpans spans;

    @Inject
    LogRecords logs;

    @Test
    void anEventIsALogRecordWithTheIdsOfItsSpan() {
        shop.order("tea-01");

        LogRecordData event = logs.event("shop.ordered");
        assertThat(event.getAttributes().get(AttributeKey.stringKey("sku"))).isEqualTo("tea-01");
        assertThat(event.getSpanContext().getSpanId()).isEqualTo(spans.named("shop.order").getSpanId());
        assertThat(spans.named("shop.order").getEvents()).isEmpty();
    }

    @Test
    void itHasNoSecretsEither() {
        Spans.runWithSpan("shop.pay", span -> span.recordEvent("shop.declined", "password", "hunter2", "by",
                "https://shop:hunter2@pay.example"));

        assertThat(logs.event("shop.declined").getAttributes()).isEqualTo(Attributes.of(
                AttributeKey.stringKey("password"), "REDACTED", AttributeKey.stringKey("by"),
                "https://REDACTED:REDACTED@pay.example"));
    }

    @Singleton
    @Unremovable
    static class LogRecords implements LogRecordExporter {

        private final Queue<LogRecordData> records = new ConcurrentLinkedQueue<>();

        LogRecordData event(String name) {
            return await("event '" + name + "'").until(() -> records.stream()
                    .filter(record -> name.equals(record.getEventName())).findFirst(), Optional::isPresent).orElseThrow();
        }

        @Override
        public CompletableResultCode export(Collection<LogRecordData> exported) {
            records.addAll(exported);
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
    }
}
