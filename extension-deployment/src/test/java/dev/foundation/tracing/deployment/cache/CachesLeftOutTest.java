package dev.foundation.tracing.deployment.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.QuarkusUnitTest;

/** All caches left out by one setting. */
class CachesLeftOutTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, CacheSpans.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.cache.enabled", "false");

    @Inject
    EndedSpans spans;

    @Inject
    Prices prices;

    @Inject
    MeterRegistry registry;

    @Test
    void theyWorkAndOnlyTheApplicationsOwnSpansAreSeen() {
        prices.find("tea-01");
        prices.find("tea-01");
        String basket = Spans.cacheAside("basket", "ada", key -> null, key -> "tea", (key, value) -> {
        });

        assertThat(basket).isEqualTo("tea");
        assertThat(CacheSpans.names(spans)).containsExactly("price.compute");
        assertThat(registry.find("foundation.tracing.cache.lookups").functionCounter()).isNull();
    }
}
