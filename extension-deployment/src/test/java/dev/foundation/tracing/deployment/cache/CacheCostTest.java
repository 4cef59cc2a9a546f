package dev.foundation.tracing.deployment.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.QuarkusUnitTest;

/** Below a span that is not sampled, where nobody counts. */
class CacheCostTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, HitCost.class))
            .overrideConfigKey("quarkus.micrometer.enabled", "false")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    @CacheName("prices")
    Cache cache;

    @Test
    void aHitMakesNoObjectOfOurs() {
        assertThat(HitCost.bytesMoreThanBare(cache)).isLessThanOrEqualTo(8);
    }
}
