package dev.foundation.tracing.deployment.cache;

import static dev.foundation.tracing.deployment.cache.CacheSpans.BACKEND;
import static dev.foundation.tracing.deployment.cache.CacheSpans.HIT;
import static dev.foundation.tracing.deployment.cache.CacheSpans.NULL;
import static dev.foundation.tracing.deployment.cache.CacheSpans.isInside;
import static dev.foundation.tracing.deployment.cache.CacheSpans.named;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.deployment.CacheManagerInfoBuildItem;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.mutiny.redis.client.RedisAPI;

/** A back end that answers later, over a network, and may be down; beside one on Caffeine in the same application. */
class RedisBackedCacheTest {

    private static final int CALLERS = 64;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, CacheSpans.class, EndedSpans.class, RealRedis.class,
                    RedisBackedCache.class, RedisBackedCaches.class, CachedEndpoint.class))
            .addBuildChainCustomizer(chain -> chain.addBuildStep(context -> context
                    .produce(new CacheManagerInfoBuildItem(new RedisBackedCaches()))).produces(CacheManagerInfoBuildItem.class)
                    .build())
            .overrideConfigKey("quarkus.cache.type", RedisBackedCaches.TYPE)
            .overrideConfigKey("quarkus.cache.\"local\".type", "caffeine")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey("quarkus.redis.max-pool-waiting", String.valueOf(2 * CALLERS))
            .overrideRuntimeConfigKey("quarkus.redis.hosts", RealRedis.address());

    @Inject
    EndedSpans spans;

    @Inject
    Prices prices;

    @Inject
    RedisAPI redis;

    @Inject
    @CacheName("prices")
    Cache cache;

    @Inject
    @CacheName("local")
    Cache local;

    @BeforeEach
    void startRedis() {
        RealRedis.start();
        await().ignoreExceptions().until(() -> redis.flushdb(List.of()).await().indefinitely() != null);
        spans.forget();
    }

    @AfterEach
    void stopRedis() {
        RealRedis.stop();
    }

    @Test
    void aMissThenAHit() {
        assertThat(prices.find("tea-01")).isEqualTo(prices.find("tea-01"));

        assertThat(named(spans, "cache.get")).extracting(get -> get.getAttributes().get(HIT)).containsExactly(false, true);
        assertThat(named(spans, "cache.get")).extracting(get -> get.getAttributes().get(BACKEND))
                .containsOnly("redisbacked");
        assertThat(isInside(spans.named("cache.fetch"), named(spans, "cache.get").get(0))).isTrue();
        assertThat(isInside(spans.named("price.compute"), spans.named("cache.fetch"))).isTrue();
    }

    @Test
    void inARequestTheLoadIsInsideTheLookupThoughThreadsChange() {
        when().get("/prices/later/tea-01").then().statusCode(200);

        spans.named("GET /prices/later/{sku}");
        assertThat(isInside(spans.named("price.compute"), spans.named("cache.fetch"))).isTrue();
        assertThat(isInside(spans.named("cache.fetch"), spans.named("cache.get"))).isTrue();
        assertThat(isInside(spans.named("cache.get"), spans.named("price.ask"))).isTrue();
    }

    @Test
    void aCachedNullIsAHit() {
        prices.unknown("tea-99");
        assertThat(prices.unknown("tea-99")).isNull();

        assertThat(named(spans, "cache.get").get(1).getAttributes().get(NULL)).isTrue();
    }

    @Test
    void anotherCacheStaysOnCaffeine() {
        local.get("tea-01", key -> "12.40").await().indefinitely();

        assertThat(spans.named("cache.get").getAttributes().get(BACKEND)).isEqualTo("caffeine");
    }

    @Test
    void everyCallerOf64HasItsLookupInItsOwnTrace() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++)
                answers.add(threads.submit(() -> Spans.withSpan("order.place", () -> prices.find("tea-01"))));
            for (Future<String> answer : answers)
                assertThat(answer.get()).startsWith("12.40");
        } finally {
            threads.shutdown();
        }
        assertThat(named(spans, "cache.get")).hasSize(CALLERS).allSatisfy(get -> assertThat(named(spans, "order.place"))
                .filteredOn(order -> isInside(get, order)).hasSize(1));
        assertThat(named(spans, "cache.fetch")).hasSizeBetween(1, CALLERS).allSatisfy(fetch -> assertThat(
                named(spans, "cache.get")).filteredOn(get -> isInside(fetch, get)).hasSize(1));
    }

    @Test
    void aBackEndThatIsDownFailsTheLookupAndIsSeenAsThatAndWorksAgainWhenItIsUp() {
        RealRedis.stop();
        assertThatThrownBy(() -> prices.find("tea-01")).isInstanceOf(Exception.class);

        SpanData get = spans.named("cache.get");
        assertThat(get.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(get.getEvents()).extracting(event -> event.getName()).containsExactly("exception");
        assertThat(get.getAttributes().get(HIT)).isNull();

        RealRedis.start();
        await().ignoreExceptions().until(() -> prices.find("tea-01") != null);
        spans.forget();
        prices.find("tea-01");
        assertThat(spans.named("cache.get").getAttributes().get(HIT)).isTrue();
    }
}
