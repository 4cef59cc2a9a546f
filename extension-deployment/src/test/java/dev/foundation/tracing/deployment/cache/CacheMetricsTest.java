package dev.foundation.tracing.deployment.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.QuarkusUnitTest;

/** What is counted, where the application has Micrometer. */
class CacheMetricsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, CacheSpans.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.cache.caffeine.\"prices\".metrics-enabled", "true")
            .overrideConfigKey("quarkus.otel.traces.sampler", "always_off");

    @Inject
    Prices prices;

    @Inject
    @CacheName("prices")
    Cache cache;

    @Inject
    MeterRegistry registry;

    @Test
    void lookupsAreCountedByTheirEndAlsoWhereNoSpanIsMade() {
        double hits = lookups("prices", "hit");
        double misses = lookups("prices", "miss");
        double loads = loads("prices");

        prices.find("tea-01");
        prices.find("tea-01");
        prices.later("tea-01").await().indefinitely();
        prices.later("tea-02").await().indefinitely();

        assertThat(lookups("prices", "hit") - hits).isEqualTo(2);
        assertThat(lookups("prices", "miss") - misses).isEqualTo(2);
        assertThat(loads("prices") - loads).isEqualTo(2);
    }

    @Test
    void quarkusOwnMetricsStay() {
        prices.find("tea-03");

        assertThat(registry.get("cache.gets").tag("cache", "prices").tag("result", "miss").functionCounter().count())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void cacheAsideIsCountedUnderItsName() {
        assertThat(Spans.<String, String, RuntimeException> cacheAside("basket", "ada", key -> null, key -> "tea",
                (key, value) -> {
                })).isEqualTo("tea");

        assertThat(lookups("basket", "miss")).isEqualTo(1);
        assertThat(loads("basket")).isEqualTo(1);
    }

    private double lookups(String name, String result) {
        return registry.get("foundation.tracing.cache.lookups").tag("cache.name", name).tag("cache.result", result)
                .functionCounter().count();
    }

    private double loads(String name) {
        return registry.get("foundation.tracing.cache.load.duration").tag("cache.name", name).timer().count();
    }
}
