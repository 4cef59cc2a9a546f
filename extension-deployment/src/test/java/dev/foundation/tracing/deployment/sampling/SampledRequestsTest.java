package dev.foundation.tracing.deployment.sampling;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.control.Sampling;
import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingSettings;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

class SampledRequestsTest {

    private static final AttributeKey<String> REASON = AttributeKey.stringKey("sampling.reason");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(OrdersEndpoint.class, EndedSpans.class, CloserLook.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.otel.traces.sampler", "parentbased_traceidratio")
            .overrideRuntimeConfigKey("quarkus.otel.traces.sampler.arg", "0")
            .overrideRuntimeConfigKey("quarkus.otel.traces.suppress-application-uris", "hidden")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[0].route", "GET /orders/{id}")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[0].strategy", "ratio")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[0].ratio", "1")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[1].route", "/hidden")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[1].strategy", "always")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[2].name", "mail")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[2].span-name", "mail.*")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.rules[2].strategy", "always");

    @Inject
    Sampling sampling;

    @Inject
    EndedSpans spans;

    @Inject
    CloserLook closerLook;

    private SamplingSettings before;

    @BeforeEach
    void begin() {
        spans.forget();
        before = sampling.settings();
    }

    @AfterEach
    void asBefore() {
        sampling.change(now -> before);
    }

    @Test
    void aRequestIsKeptByItsRouteWithAllThatIsInside() {
        when().get("/orders/7").then().statusCode(200);

        SpanData server = spans.named("GET /orders/{id}");
        assertThat(server.getAttributes().get(REASON)).isEqualTo("GET /orders/{id} (ratio 1.0)");
        assertThat(spans.named("order.price").getTraceId()).isEqualTo(server.getTraceId());
    }

    @Test
    void whereNoRuleMatchesTheConfiguredSamplerDecides() {
        when().get("/broken").then().statusCode(500).header("x-trace-sampled", "0");

        assertThat(spans.all()).isEmpty();
        assertThat(sampling.statistics().withoutRule().title()).startsWith("TraceIdRatioBased{0.0");
        assertThat(sampling.statistics().withoutRule().dropped()).isPositive();
    }

    @Test
    void aCallersDecisionIsFollowed() {
        given().header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00").get("/orders/7").then()
                .statusCode(200);
        given().header("traceparent", "00-0af7651916cd43dd8448eb211c80319d-b7ad6b7169203331-01").get("/broken").then()
                .statusCode(500);

        assertThat(spans.named("GET /broken").getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319d");
        assertThat(spans.all()).noneMatch(span -> span.getTraceId().equals("0af7651916cd43dd8448eb211c80319c"));
    }

    @Test
    void whatQuarkusSuppressesStaysSuppressed() {
        when().get("/hidden").then().statusCode(200);

        assertThat(spans.all()).isEmpty();
        assertThat(sampling.statistics().rules().get(1).seen()).isZero();
    }

    @Test
    void workWithoutARequestIsKeptByItsName() {
        Spans.runWithSpan("mail.send", span -> {
        });
        Spans.runWithSpan("report.write", span -> {
        });

        assertThat(spans.all()).singleElement().satisfies(
                span -> assertThat(span.getAttributes().get(REASON)).isEqualTo("mail (always)"));
        assertThat(sampling.statistics().rules().get(2).title()).isEqualTo("mail");
    }

    @Test
    void rulesAreChangedWhileTheApplicationRuns() {
        sampling.change(now -> now.withRules(List.of()));
        when().get("/orders/7").then().statusCode(200).header("x-trace-sampled", "0");

        closerLook.at("/orders/{id}");
        when().get("/orders/7").then().statusCode(200);

        assertThat(spans.named("GET /orders/{id}").getAttributes().get(REASON)).isEqualTo("/orders/{id} (always)");
    }

    @Test
    void aSpanPointThatIsSwitchedOffIsLeftOutAndWhatIsInsideHangsOnWhatIsAround() {
        sampling.change(now -> now.withSwitchedOff(Set.of("order.f*")));
        when().get("/orders/7").then().statusCode(200);

        SpanData server = spans.named("GET /orders/{id}");
        assertThat(spans.named("order.price").getParentSpanId()).isEqualTo(server.getSpanId());
        assertThat(spans.all()).noneMatch(span -> span.getName().equals("order.find"));
    }

    @Test
    void wovenMethodsAreSwitchedAsWell() {
        sampling.change(now -> now.withRules(List.of(SamplingRule.forSpans("*"))).withSwitchedOff(Set.of("order.price")));
        when().get("/orders/7").then().statusCode(200);
        sampling.change(now -> now.withSwitchedOff(Set.of("order.find")));
        when().get("/orders/8").then().statusCode(200);

        await().until(() -> spans.all().stream().filter(span -> span.getName().startsWith("GET")).count() == 2);
        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("order.find", "GET /orders/{id}", "order.price",
                "GET /orders/{id}");
    }
}
