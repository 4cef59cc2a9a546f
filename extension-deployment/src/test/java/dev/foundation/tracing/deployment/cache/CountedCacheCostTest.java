package dev.foundation.tracing.deployment.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.QuarkusUnitTest;

/** Below a span that is not sampled, where hits are counted. */
class CountedCacheCostTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, HitCost.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    @CacheName("prices")
    Cache cache;

    @Test
    void aHitMakesOneObjectOfOurs() {
        // Ours has 88 bytes; the others are of Mutiny, for one more operator.
        assertThat(HitCost.bytesMoreThanBare(cache)).isLessThanOrEqualTo(152);
    }
}
