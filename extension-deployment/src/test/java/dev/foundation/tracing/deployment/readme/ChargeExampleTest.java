package dev.foundation.tracing.deployment.readme;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;

/** What the README says of attributes is what is exported. */
class ChargeExampleTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Charge.class, OwnExporter.class))
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.redaction.keys", "loyalty.number")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "20ms");

    @Inject
    Charge charge;

    @Inject
    InMemorySpanExporter exporter;

    @Test
    void whatIsASecretStaysInTheProcess() {
        charge.charge("https://shop:pw@pay.example/charge?token=t-1", "4711");

        SpanData span = await().until(() -> exporter.getFinishedSpanItems().stream().findFirst().orElse(null),
                found -> found != null);
        assertThat(span.getAttributes().toBuilder().remove(stringKey("sampling.reason")).build()).isEqualTo(Attributes.of(
                stringKey("provider.address"),
                "https://REDACTED:REDACTED@pay.example/charge?token=REDACTED", stringKey("loyalty.number"), "REDACTED"));
        assertThat(span.getEvents().get(0).getAttributes())
                .isEqualTo(Attributes.of(stringKey("api_key"), "REDACTED", stringKey("reason"), "expired"));
    }

    @Singleton
    static class OwnExporter {

        @Produces
        @Singleton
        @Unremovable
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }
}
