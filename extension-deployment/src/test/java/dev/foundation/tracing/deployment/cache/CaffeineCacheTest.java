package dev.foundation.tracing.deployment.cache;

import static dev.foundation.tracing.deployment.cache.CacheSpans.BACKEND;
import static dev.foundation.tracing.deployment.cache.CacheSpans.HIT;
import static dev.foundation.tracing.deployment.cache.CacheSpans.KEY_HASH;
import static dev.foundation.tracing.deployment.cache.CacheSpans.NAME;
import static dev.foundation.tracing.deployment.cache.CacheSpans.NULL;
import static dev.foundation.tracing.deployment.cache.CacheSpans.isInside;
import static dev.foundation.tracing.deployment.cache.CacheSpans.named;
import static dev.foundation.tracing.deployment.cache.CacheSpans.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Every way to use a cache of quarkus-cache on Caffeine, with nothing but the dependency. */
class CaffeineCacheTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Prices.class, CacheSpans.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @Inject
    Prices prices;

    @Inject
    @CacheName("prices")
    Cache cache;

    @BeforeEach
    void forget() {
        cache.invalidateAll().await().indefinitely();
        spans.forget();
    }

    @Test
    void aMissShowsTheLookupAndInsideItTheLoadAndInsideThatTheWork() {
        prices.find("tea-01");

        assertThat(names(spans)).containsExactly("price.compute", "cache.fetch", "cache.get");
        SpanData get = spans.named("cache.get");
        assertThat(get.getAttributes().get(HIT)).isFalse();
        assertThat(get.getAttributes().get(NAME)).isEqualTo("prices");
        assertThat(get.getAttributes().get(BACKEND)).isEqualTo("caffeine");
        assertThat(isInside(spans.named("cache.fetch"), get)).isTrue();
        assertThat(isInside(spans.named("price.compute"), spans.named("cache.fetch"))).isTrue();
    }

    @Test
    void aHitIsALookupAlone() {
        prices.find("tea-01");
        spans.forget();

        prices.find("tea-01");

        assertThat(names(spans)).containsExactly("cache.get");
        assertThat(spans.named("cache.get").getAttributes().get(HIT)).isTrue();
        assertThat(spans.named("cache.get").getAttributes().get(NULL)).isNull();
    }

    @Test
    void aCachedNullIsAHit() {
        prices.unknown("tea-99");
        spans.forget();

        assertThat(prices.unknown("tea-99")).isNull();

        assertThat(spans.named("cache.get").getAttributes().get(HIT)).isTrue();
        assertThat(spans.named("cache.get").getAttributes().get(NULL)).isTrue();
        assertThat(names(spans)).doesNotContain("cache.fetch");
    }

    @Test
    void aLoadersExceptionReachesTheCallerUnchangedAndIsRecordedOnTheLoadAlone() {
        assertThatThrownBy(() -> prices.failing("tea-01")).isExactlyInstanceOf(IOException.class);

        SpanData fetch = spans.named("cache.fetch");
        SpanData get = spans.named("cache.get");
        assertThat(fetch.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(fetch.getAttributes().get(AttributeKey.stringKey("error.type"))).isEqualTo("java.io.IOException");
        assertThat(fetch.getEvents()).extracting(event -> event.getName()).containsExactly("exception");
        assertThat(get.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(get.getEvents()).isEmpty();
        assertThat(get.getAttributes().get(HIT)).isFalse();
    }

    @Test
    void aUniIsLookedUpWhenItIsSubscribedTo() {
        Uni<String> price = prices.later("tea-02");
        assertThat(spans.all()).isEmpty();

        price.await().indefinitely();

        assertThat(names(spans)).containsExactly("price.compute", "cache.fetch", "cache.get");
        assertThat(isInside(spans.named("price.compute"), spans.named("cache.fetch"))).isTrue();
        assertThat(isInside(spans.named("cache.fetch"), spans.named("cache.get"))).isTrue();
    }

    @Test
    void eachSubscriptionIsALookup() {
        Uni<String> price = cache.getAsync("tea-02", sku -> Uni.createFrom().item("12.40"));

        price.await().indefinitely();
        price.await().indefinitely();

        assertThat(named(spans, "cache.get")).extracting(get -> get.getAttributes().get(HIT)).containsExactly(false, true);
    }

    @Test
    void aFailureThatComesLaterIsOnTheLoadAndTheLookup() {
        assertThatThrownBy(() -> prices.failingLater("tea-02").await().indefinitely()).hasRootCauseMessage("no price");

        assertThat(spans.named("cache.fetch").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.named("cache.fetch").getEvents()).hasSize(1);
        assertThat(spans.named("cache.get").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.named("cache.get").getEvents()).isEmpty();
    }

    @Test
    void aCompletionStageHasItsLookupToo() throws ExecutionException, InterruptedException {
        prices.staged("tea-03").toCompletableFuture().get();

        assertThat(isInside(spans.named("cache.fetch"), spans.named("cache.get"))).isTrue();
    }

    @Test
    void theCacheOfTheProgrammaticApiIsTheSame() {
        cache.get("tea-04", sku -> "12.40").await().indefinitely();
        cache.getAsync("tea-04", sku -> Uni.createFrom().item("never")).await().indefinitely();

        assertThat(named(spans, "cache.get")).extracting(get -> get.getAttributes().get(HIT)).containsExactly(false, true);
    }

    @Test
    void whatIsDoneAfterALookupIsBesideIt() {
        Spans.withSpan("order.place", () -> {
            String current = Span.current().getSpanContext().getSpanId();
            prices.find("tea-05");
            assertThat(Span.current().getSpanContext().getSpanId()).isEqualTo(current);
            prices.later("tea-06").onItem().invoke(() -> assertThat(Span.current().getSpanContext().getSpanId())
                    .isEqualTo(current)).await().indefinitely();
        });

        assertThat(named(spans, "cache.get")).allMatch(get -> isInside(get, spans.named("order.place")));
    }

    @Test
    void invalidationsShowWhatTheyTakeOut() {
        prices.changed("tea-01");
        prices.allChanged();
        cache.invalidateIf(key -> true).await().indefinitely();

        assertThat(named(spans, "cache.invalidate"))
                .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("cache.invalidate.scope")))
                .containsExactly("key", "all", "matching");
        assertThat(named(spans, "cache.invalidate")).extracting(span -> span.getAttributes().get(KEY_HASH) != null)
                .containsExactly(true, false, false);
    }

    @Test
    void whatOnlyCaffeineCanIsSeenToo() throws ExecutionException, InterruptedException {
        CaffeineCache caffeine = cache.as(CaffeineCache.class);

        assertThat((Object) caffeine.getIfPresent("tea-07")).isNull();
        caffeine.put("tea-07", CompletableFuture.completedFuture("12.40"));
        assertThat(caffeine.getIfPresent("tea-07").get()).isEqualTo("12.40");
        assertThat(caffeine.keySet()).containsExactly("tea-07");

        assertThat(names(spans)).containsExactly("cache.get", "cache.put", "cache.get");
        assertThat(named(spans, "cache.get")).extracting(get -> get.getAttributes().get(HIT)).containsExactly(false, true);
    }

    @Test
    void aKeyIsToldFromOthersByItsHashAlone() {
        for (String sku : Arrays.asList("tea-08", "tea-08", "tea-09"))
            prices.find(sku);

        assertThat(named(spans, "cache.get")).extracting(get -> get.getAttributes().get(KEY_HASH))
                .allMatch(hash -> hash.matches("[0-9a-f]{16}")).satisfies(hashes -> {
                    assertThat(hashes.get(0)).isEqualTo(hashes.get(1)).isNotEqualTo(hashes.get(2));
                });
        assertThat(spans.all().toString()).doesNotContain("tea-08").doesNotContain("12.40");
    }

    @Test
    void aSpanAroundALookupLastsUntilItsAnswer() {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> answer = Spans.withSpan("price.ask", () -> cache.getAsync("tea-10",
                sku -> Uni.createFrom().completionStage(source))).subscribeAsCompletionStage();
        assertThat(spans.all()).isEmpty();

        source.complete("12.40");

        assertThat(answer.join()).isEqualTo("12.40");
        assertThat(names(spans)).containsExactly("cache.fetch", "cache.get", "price.ask");
    }

    @Test
    void aLookupWhoseCallerIsGoneIsOverAndItsKeyCanBeLoadedAgain() {
        cache.getAsync("tea-11", sku -> Uni.createFrom().nothing()).subscribe().with(item -> {
        }).cancel();

        assertThat(spans.named("cache.get").getAttributes().get(AttributeKey.booleanKey("cancelled"))).isTrue();
        assertThat(spans.named("cache.get").getAttributes().get(HIT)).isFalse();
    }

    @Test
    void theCacheIsStillOfTheClassThatQuarkusCastsTo() {
        cache.get("tea-12", sku -> "12.40").await().indefinitely();

        assertThat(cache.as(CaffeineCacheImpl.class).getSize()).isEqualTo(1);
        assertThat(cache.as(CaffeineCacheImpl.class).getCacheInfo().name).isEqualTo("prices");
    }

    @Test
    void aNullKeyIsRefusedAsWithoutTracing() {
        assertThatThrownBy(() -> cache.get(null, key -> "never")).isInstanceOf(NullPointerException.class)
                .hasMessageContaining("Null keys are not supported");
        assertThat(spans.all()).isEmpty();
    }
}
