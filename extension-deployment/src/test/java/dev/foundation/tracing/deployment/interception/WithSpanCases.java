package dev.foundation.tracing.deployment.interception;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

/** What holds for OpenTelemetry's annotation whoever makes the span of a bean's method. */
abstract class WithSpanCases {

    private final String scopeOnBeans;

    /** @param scopeOnBeans the instrumentation scope of whom the setting names */
    WithSpanCases(String scopeOnBeans) {
        this.scopeOnBeans = scopeOnBeans;
    }

    static QuarkusUnitTest application(String setting) {
        return new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClasses(WithSpans.class, EndedSpans.class))
                .overrideConfigKey("quarkus.foundation-tracing.with-span-on-beans", setting)
                // The spans of attempts are not what is looked at here.
                .overrideConfigKey("quarkus.foundation-tracing.fault-tolerance.enabled", "false")
                .overrideConfigKey("quarkus.otel.traces.exporter", "none");
    }

    @Inject
    EndedSpans spans;

    @Inject
    WithSpans bean;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void privateAndStaticMethodsHaveSpansInsideThatOfTheBean() {
        assertThat(bean.onABean()).isEqualTo("private static");

        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("WithSpans.privately", "WithSpans.statically",
                "WithSpans.onABean");
        assertThat(spans.named("WithSpans.privately").getParentSpanId())
                .isEqualTo(spans.named("WithSpans.onABean").getSpanId());
    }

    @Test
    void theSpanOfABeanIsMadeByWhomTheSettingNames() {
        bean.onABean();

        assertThat(spans.named("WithSpans.onABean").getInstrumentationScopeInfo().getName())
                .isEqualTo(scopeOnBeans);
        assertThat(spans.named("WithSpans.privately").getInstrumentationScopeInfo().getName())
                .isEqualTo("dev.foundation.tracing");
    }

    @Test
    void aRetriedUniIsOneSpan() {
        assertThat(bean.retried().await().indefinitely()).isEqualTo("item");

        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("WithSpans.retried");
    }
}
