package dev.foundation.tracing.deployment.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.QuarkusUnitTest;

/** Where caching is switched off there is no cache to show, and calls are what they are without one. */
class CachingOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, CacheSpans.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.cache.enabled", "false");

    @Inject
    EndedSpans spans;

    @Inject
    Prices prices;

    @Inject
    @CacheName("prices")
    Cache cache;

    @Test
    void everyCallComputes() {
        prices.find("tea-01");
        prices.find(null);
        assertThat(cache.get(null, key -> "12.40").await().indefinitely()).isEqualTo("12.40");

        assertThat(CacheSpans.names(spans)).containsExactly("price.compute", "price.compute");
    }
}
