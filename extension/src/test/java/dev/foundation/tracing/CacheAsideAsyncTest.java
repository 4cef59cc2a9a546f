package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.cacheAsideAsync;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Cache-aside where everything answers later. */
class CacheAsideAsyncTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, String> cache = new ConcurrentHashMap<>();
    private final AtomicInteger fetched = new AtomicInteger();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private CompletableFuture<String> price(String sku) {
        return cacheAsideAsync("prices", sku, key -> later(() -> cache.get(key)), this::fetch,
                (key, value) -> later(() -> cache.put(key, value))).toCompletableFuture();
    }

    private CompletableFuture<String> fetch(String sku) {
        return withSpan("price.compute", () -> later(() -> "12.40 #" + fetched.incrementAndGet()));
    }

    private <T> CompletableFuture<T> later(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    @Test
    void aMissShowsFetchAndPutInsideTheLookupThoughThreadsChange() {
        withSpan("order.place", () -> price("tea-01").thenApply(price -> price + "!")).join();

        assertThat(cache).containsEntry("tea-01", "12.40 #1");
        SpanData get = spans.named("cache.get");
        assertThat(get.getAttributes().get(booleanKey("cache.hit"))).isFalse();
        assertThat(get.getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
        assertThat(spans.named("cache.fetch").getParentSpanId()).isEqualTo(get.getSpanId());
        assertThat(spans.named("price.compute").getParentSpanId()).isEqualTo(spans.named("cache.fetch").getSpanId());
        assertThat(spans.named("cache.put").getParentSpanId()).isEqualTo(get.getSpanId());
    }

    @Test
    void whatWasCurrentIsCurrentAgainAtOnce() {
        withSpan("order.place", span -> {
            CompletableFuture<String> price = price("tea-01");
            assertThat(Span.current().getSpanContext().getSpanId()).isEqualTo(span.context().getSpanId());
            return price.join();
        });
    }

    @Test
    void aHitAsksTheCacheAlone() {
        cache.put("tea-01", "12.40");

        assertThat(price("tea-01").join()).isEqualTo("12.40");

        assertThat(spans.only().getAttributes().get(booleanKey("cache.hit"))).isTrue();
    }

    @Test
    void callersWhoMissTogetherShareOneFetch() {
        CompletableFuture<String> source = new CompletableFuture<>();
        List<CompletableFuture<String>> callers = IntStream.range(0, 64).mapToObj(i -> cacheAsideAsync("prices", "tea-01",
                key -> CompletableFuture.<String> completedFuture(null), key -> {
                    fetched.incrementAndGet();
                    return source;
                }, (key, value) -> later(() -> cache.put(key, value))).toCompletableFuture()).toList();
        source.complete("12.40");

        assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isEqualTo("12.40"));
        assertThat(fetched).hasValue(1);
        assertThat(spans.ended())
                .filteredOn(span -> Boolean.TRUE.equals(span.getAttributes().get(booleanKey("cache.coalesced"))))
                .hasSize(63).allMatch(waiter -> waiter.getLinks().size() == 1);
    }

    @Test
    void aSourceThatIsACacheOfTheSameNameItselfIsNotWaitedFor() {
        CompletableFuture<String> found = cacheAsideAsync("prices", "tea-01", key -> later(() -> (String) null),
                this::price, (key, value) -> later(() -> value)).toCompletableFuture();

        assertThat(found.join()).isEqualTo("12.40 #1");
    }

    @Test
    void whoWaitedDoesNotGoOnInsideTheSpanOfWhoFetched() {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> seen = new CompletableFuture<>();
        withSpan("order.first", () -> priceFrom(source));
        priceFrom(source).thenRun(() -> seen.complete(Span.current().getSpanContext().getSpanId()));

        withSpan("order.second", () -> {
            source.complete("12.40");
        });

        assertThat(seen.join()).isEqualTo(SpanId.getInvalid());
    }

    private CompletionStage<String> priceFrom(CompletableFuture<String> source) {
        return cacheAsideAsync("prices", "tea-01", key -> CompletableFuture.<String> completedFuture(null), key -> source,
                (key, value) -> CompletableFuture.completedFuture(cache.put(key, value)));
    }

    @Test
    void aFailureOfTheSourceFailsFetchAndLookup() {
        assertThatThrownBy(() -> cacheAsideAsync("prices", "tea-01", key -> later(() -> cache.get(key)),
                key -> CompletableFuture.<String> failedFuture(new IOException("down")),
                (key, value) -> later(() -> cache.put(key, value))).toCompletableFuture().join())
                .hasCauseInstanceOf(IOException.class);

        assertThat(spans.named("cache.fetch").getEvents()).hasSize(1);
        assertThat(spans.named("cache.get").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.named("cache.get").getEvents()).isEmpty();
    }

    @Test
    void aCacheThatIsDownIsShownAndTheValueFetched() {
        String found = cacheAsideAsync("prices", "tea-01",
                key -> CompletableFuture.<String> failedFuture(new IOException("down")),
                this::fetch, (key, value) -> {
                    throw new IllegalStateException("down");
                }).toCompletableFuture().join();

        assertThat(found).isEqualTo("12.40 #1");
        assertThat(spans.named("cache.get").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.named("cache.put").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void withoutTracingTheValuesAreTheSame() {
        SpanRuntime.install(null);

        assertThat(price("tea-01").join()).isEqualTo("12.40 #1");
        assertThat(price("tea-01").join()).isEqualTo("12.40 #1");
        assertThat(spans.ended()).isEmpty();
    }
}
