package dev.foundation.tracing.deployment.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import kotlin.text.StringsKt;

/** Classes that come in a jar, if the jar is indexed; those of Kotlin's own library among them. */
class DependencyTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(EndedSpans.class))
            .withAdditionalDependency(jar -> jar.addClasses(WovenCode.class))
            .overrideConfigKey("quarkus.index-dependency.kotlin.group-id", "org.jetbrains.kotlin")
            .overrideConfigKey("quarkus.index-dependency.kotlin.artifact-id", "kotlin-stdlib")
            .overrideConfigKey("quarkus.foundation-tracing.methods", "kotlin.text.*#reversed,kotlin.text.*#padStart")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void annotatedMethods() {
        assertThat(WovenCode.viaPrivateStatic(7)).isEqualTo(49);

        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("woven.square");
    }

    @Test
    void methodsWrittenInKotlin() {
        assertThat(StringsKt.padStart("7", 3, '0')).isEqualTo("007");

        assertThat(spans.all()).extracting(SpanData::getName).contains("strings_kt__strings_kt.pad_start");
    }
}
