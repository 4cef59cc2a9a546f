package dev.foundation.tracing.deployment.export;

import static dev.foundation.tracing.Spans.withSpan;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.CapturedLog;
import dev.foundation.tracing.deployment.export.OtlpServer.Answer;
import dev.foundation.tracing.runtime.attributes.CardinalityGuard;
import dev.foundation.tracing.runtime.attributes.SpanAttribute;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.QuarkusUnitTest;

/** What is in spans when they arrive, ours and those of others. */
class ExportedWordsTest {

    private static final int MOST_VALUES = 100;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(OtlpServer.class, Till.class, CapturedLog.class))
            .overrideRuntimeConfigKey("quarkus.otel.exporter.otlp.endpoint", OtlpServer.address())
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.attributes.most-values", String.valueOf(MOST_VALUES))
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.attributes.unbounded-keys", "order.id")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "20ms");

    @Inject
    OpenTelemetry openTelemetry;

    @Inject
    CardinalityGuard guard;

    private OtlpServer server;

    @BeforeEach
    void begin() {
        server = OtlpServer.answering(Answer.TAKE);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void ourSpansHaveNoSecrets() {
        assertThatThrownBy(() -> withSpan("order.pay", "provider.password", "hunter2", () -> {
            throw new IllegalStateException("no answer from https://shop:hunter2@pay.example");
        })).hasMessageContaining("hunter2");

        assertThat(arrived("order.pay").toString()).doesNotContain("hunter2")
                .contains("no answer from https://REDACTED:REDACTED@pay.example");
    }

    @Test
    void spansOfOthersHaveNoneEither() {
        openTelemetry.getTracer("theirs").spanBuilder("GET https://shop:hunter2@pay.example").startSpan()
                .setAttribute("authorization", "hunter2").end();
        given().queryParam("access_token", "hunter2").get("/till").then().statusCode(200);

        assertThat(arrived("GET https://REDACTED:REDACTED@pay.example").toString()).doesNotContain("hunter2");
        assertThat(arrived("GET /till").toString()).doesNotContain("hunter2").contains("access_token=REDACTED");
    }

    @Test
    void anAttributeWithTooManyValuesIsToldOfOnce() {
        try (CapturedLog log = CapturedLog.of("dev.foundation.tracing")) {
            for (int i = 0; i < 3 * MOST_VALUES; i++)
                withSpan("order.place", "customer", "customer " + i, "order.id", "order " + i, () -> {
                });

            await().untilAsserted(() -> assertThat(guard.found())
                    .containsExactly(new SpanAttribute("order.place", "customer")));
            assertThat(log.lines()).filteredOn(line -> line.message().contains("'customer' of spans 'order.place'"))
                    .hasSize(1);
        }
    }

    private Span arrived(String name) {
        return await("span '" + name + "'").until(() -> server.spans().stream().filter(span -> span.getName().equals(name))
                .findFirst(), Optional::isPresent).orElseThrow();
    }

    @Path("/till")
    public static class Till {

        @GET
        public String total() {
            return "12.40";
        }
    }
}
