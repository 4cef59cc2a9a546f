package dev.foundation.tracing.deployment.attributes;

import static dev.foundation.tracing.Spans.runWithSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

/** OpenTelemetry's settings for limits hold for spans that the API makes. */
class LimitsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey("quarkus.otel.span.attribute.value.length.limit", "10")
            .overrideRuntimeConfigKey("quarkus.otel.span.attribute.count.limit", "3")
            .overrideRuntimeConfigKey("quarkus.otel.span.event.count.limit", "3");

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void valuesAreCut() {
        withSpan("order.place", "customer", "ada lovelace", () -> {
        });

        assertThat(spans.named("order.place").getAttributes().get(stringKey("customer"))).isEqualTo("ada lovela");
    }

    @Test
    void valuesOfEventsAreCutToo() {
        runWithSpan("order.place", span -> span.recordEvent("order.stored", "table", "customer_order"));

        assertThat(spans.named("order.place").getEvents().get(0).getAttributes().get(stringKey("table")))
                .isEqualTo("customer_o");
    }

    @Test
    void soIsWhatAFailureSays() {
        assertThatThrownBy(() -> withSpan("order.place", () -> {
            throw new IllegalStateException("no such customer");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(spans.named("order.place").getEvents().get(0).getAttributes().get(stringKey("exception.message")))
                .isEqualTo("no such cu");
        assertThat(spans.named("order.place").getEvents().get(0).getAttributes().get(stringKey("exception.stacktrace")))
                .hasSize(10);
    }

    @Test
    void attributesAndEventsBeyondAreLeftOutAndCounted() {
        runWithSpan("order.place", span -> {
            for (int i = 0; i < 5; i++) {
                span.setAttribute("attribute." + i, i);
                span.recordEvent("event." + i);
            }
        });

        SpanData span = spans.named("order.place");
        assertThat(span.getAttributes().size()).isEqualTo(3);
        assertThat(span.getTotalAttributeCount()).as("five, and sampling.reason").isEqualTo(6);
        assertThat(span.getEvents()).hasSize(3);
        assertThat(span.getTotalRecordedEvents()).isEqualTo(5);
    }
}
