package dev.foundation.tracing.deployment.sampling;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;

/** A sampler that is a bean takes the place of the configured one, and is wrapped as that is. */
class OwnSamplerTest {

    @Singleton
    @Unremovable
    public static class NoReports implements Sampler {

        @Override
        public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
                List<LinkData> links) {
            return name.startsWith("report.") ? SamplingResult.drop() : SamplingResult.recordAndSample();
        }

        @Override
        public String getDescription() {
            return "no reports";
        }
    }

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(OrdersEndpoint.class, EndedSpans.class, NoReports.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey("quarkus.otel.traces.suppress-application-uris", "/hidden")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[0].span-name", "report.yearly")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[0].strategy", "always")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[1].route", "/orders/*")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[1].strategy", "never");

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void rulesComeFirstAndThenTheApplicationsOwn() {
        for (String name : new String[] { "report.yearly", "report.daily", "mail.send" })
            Spans.runWithSpan(name, span -> {
            });

        assertThat(spans.all()).extracting(span -> span.getName() + ": "
                + span.getAttributes().get(AttributeKey.stringKey("sampling.reason")))
                .containsExactly("report.yearly: report.yearly (always)", "mail.send: no rule: no reports");
    }

    @Test
    void whatQuarkusSuppressesStaysSuppressed() {
        when().get("/hidden").then().statusCode(200);
        when().get("/broken").then().statusCode(500);

        assertThat(spans.named("GET /broken")).isNotNull();
        assertThat(spans.all()).noneMatch(span -> span.getName().contains("hidden"));
    }
}
