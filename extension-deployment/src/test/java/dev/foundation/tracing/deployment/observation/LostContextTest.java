package dev.foundation.tracing.deployment.observation;

import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.CapturedLog;
import dev.foundation.tracing.runtime.diagnostics.LostContext;
import dev.foundation.tracing.runtime.diagnostics.SpanFindings;
import dev.foundation.tracing.runtime.diagnostics.UnendedSpan;
import io.quarkus.test.QuarkusUnitTest;

class LostContextTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class, CapturedLog.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    Shop shop;

    @Inject
    SpanFindings findings;

    @Test
    void workThatLostItsTraceIsToldOnceAndCounted() throws Exception {
        try (CapturedLog log = CapturedLog.of("dev.foundation.tracing")) {
            for (int i = 0; i < 3; i++)
                withSpan("shop.close", () -> shop.orderCarelessly("tea-01"));

            assertThat(log.lines()).extracting(CapturedLog.Line::message)
                    .singleElement().asString()
                    .contains("Span 'shop.order' at " + Shop.class.getName() + ".order begins a trace")
                    .contains("pool-").contains("Spans.wrap");
        }
        assertThat(findings.lostContexts()).singleElement()
                .matches(lost -> lost.kind() == LostContext.Kind.NEW_TRACE && lost.count() == 3);
        assertThat(findings.unended()).extracting(UnendedSpan::name).isEmpty();
    }
}
