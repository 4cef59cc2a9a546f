package dev.foundation.tracing.deployment.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.test.QuarkusUnitTest;

/** Processors with which an application exports by itself get what is kept, whatever their scope. */
class OwnProcessorsTest {

    @Singleton
    public static class Processors {

        final InMemorySpanExporter unscoped = InMemorySpanExporter.create();
        final InMemorySpanExporter dependent = InMemorySpanExporter.create();
        final InMemorySpanExporter proxied = InMemorySpanExporter.create();
        final AtomicInteger made = new AtomicInteger();

        @Produces
        SpanProcessor unscoped() {
            return exportingTo(unscoped);
        }

        @Produces
        @Dependent
        SpanProcessor dependent() {
            return exportingTo(dependent);
        }

        @Produces
        @ApplicationScoped
        SpanProcessor proxied() {
            return exportingTo(proxied);
        }

        private SpanProcessor exportingTo(InMemorySpanExporter exporter) {
            made.incrementAndGet();
            return SimpleSpanProcessor.create(exporter);
        }
    }

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Processors.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.otel.traces.sampler", "parentbased_always_off")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.keep.failed", "true");

    @Inject
    Processors processors;

    @Test
    void eachGetsWhatIsKeptOnceAndThereIsOneOfEach() {
        Spans.runWithSpan("order.place", span -> Span.current().setStatus(StatusCode.ERROR));

        for (InMemorySpanExporter exporter : List.of(processors.unscoped, processors.dependent, processors.proxied))
            assertThat(exporter.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("order.place");
        assertThat(processors.made).hasValue(3);
    }
}
