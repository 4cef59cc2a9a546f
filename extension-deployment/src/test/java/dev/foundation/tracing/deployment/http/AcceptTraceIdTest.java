package dev.foundation.tracing.deployment.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;

class AcceptTraceIdTest {

    /** A ratio is decided by the last digits: low ones are kept, high ones are not. */
    private static final String KEPT = "0af7651916cd43dd0000000000000001";
    private static final String NOT_KEPT = "0af7651916cd43dd7fffffffffffffff";
    private static final String OTHER = "4bf92f3577b34da60000000000000002";

    /** An application's own ids, such as those for AWS X-Ray. */
    @Singleton
    @Unremovable
    public static class OwnIds implements IdGenerator {

        @Override
        public String generateSpanId() {
            return IdGenerator.random().generateSpanId();
        }

        @Override
        public String generateTraceId() {
            return "feed" + IdGenerator.random().generateTraceId().substring(4);
        }
    }

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(ShopEndpoint.class, EndedSpans.class, OwnIds.class))
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.http.accept-trace-id", "true")
            .overrideConfigKey("quarkus.otel.traces.sampler", "parentbased_traceidratio")
            .overrideRuntimeConfigKey("quarkus.otel.traces.sampler.arg", "0.5")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void aRequestBeginsTheTraceThatItsCallerNames() {
        given().header("x-trace-id", KEPT).get("/shop").then().header("x-trace-id", KEPT)
                .header("x-trace-sampled", nullValue()).body(is(KEPT));

        assertThat(spans.named("GET /shop").getTraceId()).isEqualTo(KEPT);
        assertThat(spans.named("GET /shop").getParentSpanContext()).isEqualTo(SpanContext.getInvalid());
    }

    @Test
    void theSamplerDecidesAboutThatIdAsAboutAnyOther() {
        given().header("x-trace-id", NOT_KEPT).get("/shop").then().header("x-trace-id", NOT_KEPT)
                .header("x-trace-sampled", "0");

        assertThat(spans.all()).isEmpty();
    }

    @Test
    void whoeverSendsTraceparentIsToldByThatAlone() {
        given().header("traceparent", "00-" + OTHER + "-b7ad6b7169203331-01").header("x-trace-id", KEPT).get("/shop")
                .then().header("x-trace-id", OTHER);
        given().header("traceparent", "nonsense").header("x-trace-id", KEPT).get("/shop").then().body(notTrace(KEPT));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0AF7651916CD43DD0000000000000001", "0af7651916cd43dd000000000000001",
            "0af7651916cd43dd00000000000000012", "00000000000000000000000000000000", "0af7651916cd43dd000000000000000g", "",
            "0af7651916cd43dd0000000000000001, 4bf92f3577b34da60000000000000002" })
    void anythingElseIsIgnored(String hostile) {
        given().header("x-trace-id", hostile).get("/shop").then().statusCode(200).body(notTrace(hostile));
    }

    @Test
    void twoIdsAreNone() {
        given().header("x-trace-id", KEPT, OTHER).get("/shop").then().body(notTrace(KEPT)).body(notTrace(OTHER));
    }

    @Test
    void theNextRequestHasATraceOfItsOwn() {
        for (int i = 0; i < 20; i++)
            given().header("x-trace-id", KEPT).get("/shop").then().body(is(KEPT));
        for (int i = 0; i < 20; i++)
            given().get("/shop").then().body(notTrace(KEPT));
    }

    @Test
    void anApplicationsOwnIdsAreGivenToAllOtherTraces() {
        given().get("/shop").then().header("x-trace-id", startsWith("feed"));
    }

    private static Matcher<String> notTrace(String id) {
        return allOf(not(id), matchesPattern("[0-9a-f]{32}"));
    }
}
