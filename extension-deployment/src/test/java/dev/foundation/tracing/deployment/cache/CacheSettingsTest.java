package dev.foundation.tracing.deployment.cache;

import static dev.foundation.tracing.deployment.cache.CacheSpans.KEY_HASH;
import static dev.foundation.tracing.deployment.cache.CacheSpans.named;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.QuarkusUnitTest;

/** One cache left out, and a secret for hashes that other processes share. */
class CacheSettingsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, CacheSpans.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.cache.exclude", "sessions")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.cache.key-hash-secret", "shared by all");

    @Inject
    EndedSpans spans;

    @Inject
    MeterRegistry registry;

    @Inject
    @CacheName("prices")
    Cache prices;

    @Inject
    @CacheName("sessions")
    Cache sessions;

    @Test
    void aCacheThatIsLeftOutWorksUnseen() {
        assertThat(sessions.get("ada", key -> "in").await().indefinitely()).isEqualTo("in");
        sessions.invalidate("ada").await().indefinitely();

        assertThat(spans.all()).isEmpty();
        assertThat(registry.find("foundation.tracing.cache.lookups").tag("cache.name", "sessions").functionCounter()).isNull();
    }

    @Test
    void theHashIsThatOfTheSharedSecret() {
        prices.get("tea-01", key -> "12.40").await().indefinitely();

        // printf tea-01 | openssl dgst -sha256 -hmac 'shared by all'
        assertThat(named(spans, "cache.get")).extracting(get -> get.getAttributes().get(KEY_HASH))
                .containsExactly("1e869c63a7899746");
        spans.forget();
    }
}
