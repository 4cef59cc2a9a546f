package dev.foundation.tracing.deployment.sampling;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.Sampling;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

class KeepFailedRequestsTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(OrdersEndpoint.class, ExportedSpans.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.sampler", "parentbased_always_off")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "PT0.05S")
            .overrideRuntimeConfigKey("quarkus.otel.traces.suppress-application-uris", "/hidden")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.sampling.keep.failed", "true");

    @Inject
    ExportedSpans exported;

    @Inject
    EndedSpans ended;

    @Inject
    Sampling sampling;

    @Test
    void aRequestThatFailsIsExportedAsSampled() {
        Response response = when().get("/broken");
        List<SpanData> trace = exported.untilRoot(response.header("x-trace-id"), "GET /broken");

        assertThat(trace).extracting(SpanData::getName).containsExactly("order.break", "GET /broken");
        assertThat(trace).allMatch(span -> span.getSpanContext().isSampled());
        assertThat(trace.get(0).getParentSpanContext().isSampled()).isTrue();
        assertThat(trace.get(1).getAttributes().get(AttributeKey.stringKey("sampling.reason"))).isEqualTo("failed");
    }

    @Test
    void theResponseDoesNotClaimWhatIsNotYetDecided() {
        when().get("/broken").then().header("x-trace-sampled", "undecided");
    }

    @Test
    void whatIsFineIsForgotten() {
        long before = sampling.statistics().held().forgottenSpans();
        Response response = when().get("/orders/7");

        await().until(() -> sampling.statistics().held().forgottenSpans() == before + 3);
        assertThat(exported.ofTrace(response.header("x-trace-id"))).isEmpty();
        assertThat(sampling.statistics().held().spansNow()).isZero();
    }

    @Test
    void belowACallerThatHasNotSampledThisPartIsKept() {
        given().header("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-00").get("/broken").then().statusCode(500);

        assertThat(exported.untilRoot(TRACE_ID, "GET /broken")).hasSize(2);
    }

    @Test
    void otherProcessorsSeeEachSpanOnceAndAsItWas() {
        Response response = when().get("/broken");
        exported.untilRoot(response.header("x-trace-id"), "GET /broken");

        assertThat(ended.all().stream().filter(span -> span.getTraceId().equals(response.header("x-trace-id")))).hasSize(2)
                .noneMatch(span -> span.getSpanContext().isSampled());
    }
}
