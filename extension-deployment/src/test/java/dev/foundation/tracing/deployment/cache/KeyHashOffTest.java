package dev.foundation.tracing.deployment.cache;

import static dev.foundation.tracing.deployment.cache.CacheSpans.HIT;
import static dev.foundation.tracing.deployment.cache.CacheSpans.KEY_HASH;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

/** Where not even the hash of a key is to leave the process. */
class KeyHashOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, CacheSpans.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.cache.key-hash", "false");

    @Inject
    EndedSpans spans;

    @Inject
    Prices prices;

    @Test
    void aLookupHasAllButTheHash() {
        prices.find("tea-01");

        SpanData get = spans.named("cache.get");
        assertThat(get.getAttributes().get(HIT)).isFalse();
        assertThat(get.getAttributes().get(KEY_HASH)).isNull();
    }
}
