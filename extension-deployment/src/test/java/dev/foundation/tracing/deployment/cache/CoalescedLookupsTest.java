package dev.foundation.tracing.deployment.cache;

import static dev.foundation.tracing.deployment.cache.CacheSpans.COALESCED;
import static dev.foundation.tracing.deployment.cache.CacheSpans.HIT;
import static dev.foundation.tracing.deployment.cache.CacheSpans.LOCK_TIMEOUT;
import static dev.foundation.tracing.deployment.cache.CacheSpans.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Callers who wait for one another. */
class CoalescedLookupsTest {

    private static final int CALLERS = 64;

    private static final AttributeKey<Boolean> CANCELLED = AttributeKey.booleanKey("cancelled");

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

    private ExecutorService threads;

    @BeforeEach
    void forget() {
        threads = Executors.newFixedThreadPool(CALLERS);
        cache.invalidateAll().await().indefinitely();
        prices.computed.set(0);
        spans.forget();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void of64ThreadsOneLoadsAndTheOthersAreLinkedToItsLoad() throws Exception {
        Prices.Gate gate = new Prices.Gate();
        callersWaitFor(gate, () -> prices.slow("tea-01", gate));

        assertThat(prices.computed).hasValue(1);
        assertOneLoadsForAll();
    }

    @Test
    void soItIsWithUnis() throws Exception {
        Prices.Gate gate = new Prices.Gate();
        callersWaitFor(gate, () -> cache.getAsync("tea-01", sku -> Uni.createFrom().item(() -> {
            gate.pass();
            return "12.40";
        })).await().indefinitely());

        assertOneLoadsForAll();
    }

    private void callersWaitFor(Prices.Gate gate, Supplier<String> caller) throws Exception {
        List<Future<String>> answers = IntStream.range(0, CALLERS).mapToObj(i -> threads.submit(caller::get)).toList();
        gate.entered.await();
        // All others are waiting in the cache, or about to be.
        await().until(() -> Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("pool-") && isInCache(thread.getValue()))
                .count() == CALLERS);
        gate.open();
        for (Future<String> answer : answers)
            assertThat(answer.get()).startsWith("12.40");
    }

    private static boolean isInCache(StackTraceElement[] stack) {
        return List.of(stack).stream().anyMatch(frame -> frame.getClassName().contains("UniBlockingAwait")
                || frame.getClassName().contains("Prices$Gate") || frame.getClassName().contains("ConcurrentHashMap"));
    }

    private void assertOneLoadsForAll() {
        await().until(() -> named(spans, "cache.get").size() == CALLERS);
        SpanData fetch = spans.named("cache.fetch");
        List<SpanData> waiters = named(spans, "cache.get").stream()
                .filter(get -> !get.getSpanId().equals(fetch.getParentSpanId())).toList();
        assertThat(named(spans, "cache.fetch")).hasSize(1);
        assertThat(waiters).hasSize(CALLERS - 1);
        assertThat(waiters).extracting(waiter -> waiter.getAttributes().get(COALESCED)).containsOnly(true);
        assertThat(waiters).extracting(waiter -> waiter.getAttributes().get(HIT)).containsOnly(true);
        assertThat(waiters).flatExtracting(SpanData::getLinks).hasSize(CALLERS - 1)
                .extracting(link -> link.getSpanContext().getSpanId()).containsOnly(fetch.getSpanId());
    }

    @Test
    void whoHasWaitedLongEnoughIsSeenToCallTheMethodPastTheCache() throws Exception {
        Prices.Gate gate = new Prices.Gate();
        Future<String> loading = threads.submit(() -> prices.impatient("tea-01", gate));
        gate.entered.await();

        prices.impatient("tea-01", Prices.Gate.thatIsOpen());

        assertOneWentPastTheCache();
        gate.open();
        loading.get();
        assertThat(named(spans, "cache.fetch")).extracting(fetch -> fetch.getAttributes().get(LOCK_TIMEOUT))
                .containsExactly(true, null);
    }

    @Test
    void soItIsWithAUni() throws Exception {
        Prices.Gate gate = new Prices.Gate();
        CompletableFuture<String> loading = prices.slowLater("tea-01", gate).subscribeAsCompletionStage();
        gate.entered.await();

        prices.impatientLater("tea-01", Prices.Gate.thatIsOpen()).await().indefinitely();

        assertOneWentPastTheCache();
        gate.open();
        assertThat(loading).isDone();
    }

    private void assertOneWentPastTheCache() {
        SpanData get = spans.named("cache.get");
        assertThat(get.getAttributes().get(COALESCED)).isTrue();
        assertThat(get.getAttributes().get(CANCELLED)).isTrue();
        // With a Uni, Quarkus cancels the load of the other as well, which is a cache.fetch that ends then.
        assertThat(named(spans, "cache.fetch")).filteredOn(fetch -> fetch.getAttributes().get(LOCK_TIMEOUT) != null)
                .hasSize(1);
    }
}
