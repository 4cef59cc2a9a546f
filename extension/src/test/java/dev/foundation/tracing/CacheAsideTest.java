package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.cacheAside;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Cache-aside over a cache that is no cache library's. */
class CacheAsideTest {

    private static final int CALLERS = 64;

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final Map<String, String> cache = new ConcurrentHashMap<>();
    private final AtomicInteger fetched = new AtomicInteger();

    private String price(String sku) {
        return cacheAside("prices", sku, cache::get, this::fetch, cache::put);
    }

    private String fetch(String sku) {
        return withSpan("price.compute", () -> "12.40 #" + fetched.incrementAndGet());
    }

    @Test
    void aMissFetchesAndPutsAndShowsBothInsideTheLookup() {
        assertThat(price("tea-01")).isEqualTo("12.40 #1");

        assertThat(cache).containsEntry("tea-01", "12.40 #1");
        SpanData get = spans.named("cache.get");
        assertThat(get.getAttributes().get(booleanKey("cache.hit"))).isFalse();
        assertThat(get.getAttributes().get(stringKey("cache.name"))).isEqualTo("prices");
        assertThat(get.getAttributes().get(stringKey("cache.key.hash"))).matches("[0-9a-f]{16}");
        assertThat(spans.named("cache.fetch").getParentSpanId()).isEqualTo(get.getSpanId());
        assertThat(spans.named("cache.put").getParentSpanId()).isEqualTo(get.getSpanId());
        assertThat(spans.named("price.compute").getParentSpanId()).isEqualTo(spans.named("cache.fetch").getSpanId());
    }

    @Test
    void aHitAsksTheCacheAlone() {
        cache.put("tea-01", "12.40");

        assertThat(price("tea-01")).isEqualTo("12.40");

        assertThat(spans.only().getAttributes().get(booleanKey("cache.hit"))).isTrue();
    }

    @Test
    void whatHasNoValueIsNotPutIntoTheCache() {
        String found = cacheAside("prices", "tea-99", cache::get, sku -> null, (sku, value) -> {
            throw new AssertionError("there is nothing to put");
        });

        assertThat(found).isNull();
        assertThat(spans.ended()).extracting(SpanData::getName).containsExactly("cache.fetch", "cache.get");
    }

    @Test
    void absenceThatIsCachedIsAHit() {
        Optional<String> found = cacheAside("prices", "tea-99", sku -> Optional.empty(), sku -> Optional.of("never"),
                (sku, value) -> {
                });

        assertThat(found).isEmpty();
        assertThat(spans.only().getAttributes().get(booleanKey("cache.hit"))).isTrue();
        assertThat(spans.only().getAttributes().get(booleanKey("cache.null"))).isTrue();
    }

    @Test
    void whatTheSourceThrowsReachesTheCallerWithItsType() {
        SQLException down = new SQLException("the database is down");

        assertThatThrownBy(() -> store(down)).isSameAs(down);

        assertThat(spans.named("cache.fetch").getEvents()).extracting(EventData::getName).containsExactly("exception");
        assertThat(spans.named("cache.get").getEvents()).isEmpty();
        assertThat(spans.named("cache.get").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    private String store(SQLException down) throws SQLException {
        return cacheAside("prices", "tea-01", cache::get, sku -> {
            throw down;
        }, cache::put);
    }

    @Test
    void aCacheThatIsDownIsShownAndTheValueFetched() {
        String found = cacheAside("prices", "tea-01", sku -> {
            throw new IOException("connection refused");
        }, this::fetch, (sku, value) -> {
            throw new IOException("connection refused");
        });

        assertThat(found).isEqualTo("12.40 #1");
        for (String name : List.of("cache.get", "cache.put")) {
            assertThat(spans.named(name).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(spans.named(name).getAttributes().get(stringKey("error.type"))).isEqualTo("java.io.IOException");
        }
        assertThat(spans.named("cache.fetch").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void neitherKeyNorValueIsOnAnySpan() {
        price("tea-01-of-ada");

        assertThat(spans.ended().toString()).doesNotContain("tea-01-of-ada").doesNotContain("12.40");
    }

    @Test
    void of64ThreadsThatMissOneFetchesForAll() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<String> found = together(() -> cacheAside("prices", "tea-01", cache::get, sku -> {
            await().until(() -> waiting() == CALLERS - 1);
            go.countDown();
            return fetch(sku);
        }, cache::put));

        assertThat(found).containsOnly("12.40 #1");
        assertThat(fetched).hasValue(1);
        SpanData fetch = spans.named("cache.fetch");
        List<SpanData> others = spans.ended().stream().filter(span -> span.getName().equals("cache.get"))
                .filter(get -> !get.getSpanId().equals(fetch.getParentSpanId())).toList();
        assertThat(others).hasSize(CALLERS - 1);
        assertThat(others).extracting(get -> get.getAttributes().get(booleanKey("cache.coalesced"))).containsOnly(true);
        assertThat(others).flatExtracting(SpanData::getLinks).hasSize(CALLERS - 1)
                .extracting(link -> link.getSpanContext().getSpanId()).containsOnly(fetch.getSpanId());
    }

    @Test
    void aFetchThatFailsFailsForAllWhoWaited() throws Exception {
        IllegalStateException down = new IllegalStateException("down");
        List<Throwable> thrown = together(() -> catchThrowable(() -> failing(down)));

        assertThat(thrown).containsOnly(down);
        assertThat(fetched).hasValue(1);
    }

    private String failing(IllegalStateException down) {
        return cacheAside("prices", "tea-01", cache::get, sku -> {
            await().until(() -> waiting() == CALLERS - 1);
            fetched.incrementAndGet();
            throw down;
        }, cache::put);
    }

    @Test
    void whoMissesJustBeforeAnotherHasFetchedLooksAgain() {
        // What the other one does happens between this one's look into the cache and its own fetch.
        String found = cacheAside("prices", "tea-01", sku -> {
            String cached = cache.get(sku);
            if (cached == null)
                onAnotherThread(() -> price(sku));
            return cached;
        }, sku -> "fetched twice", cache::put);

        assertThat(found).isEqualTo("12.40 #1");
    }

    @Test
    void aSourceThatAsksForItsOwnKeyDoesNotWaitForItself() {
        String found = cacheAside("prices", "tea-01", cache::get, this::price, cache::put);

        assertThat(found).isEqualTo("12.40 #1");
    }

    @Test
    void sourcesThatAskForEachOthersKeysDoNotWaitForEachOther() throws Exception {
        CyclicBarrier bothFetch = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<String> tea = threads.submit(() -> asking("tea", "cup", bothFetch));
            Future<String> cup = threads.submit(() -> asking("cup", "tea", bothFetch));

            assertThat(tea.get()).isEqualTo("tea with 12.40");
            assertThat(cup.get()).isEqualTo("cup with 12.40");
        } finally {
            threads.shutdownNow();
        }
    }

    private String asking(String key, String other, CyclicBarrier bothFetch) throws Exception {
        return cacheAside("prices", key, cache::get, mine -> {
            bothFetch.await();
            return mine + " with " + cacheAside("prices", other, missing -> null, asked -> "12.40", (asked, value) -> {
            });
        }, cache::put);
    }

    @Test
    void aCacheOfNoNameWorksToo() {
        assertThat(Spans.<String, String, RuntimeException> cacheAside(null, "tea-01", cache::get, this::fetch, cache::put))
                .isEqualTo("12.40 #1");
    }

    @Test
    void whoIsInterruptedWhileWaitingFetchesItselfAndStaysInterrupted() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<String> slow = threads.submit(() -> cacheAside("prices", "tea-01", cache::get, sku -> {
                entered.countDown();
                open.await();
                return "slow";
            }, cache::put));
            entered.await();
            Future<Boolean> interrupted = threads.submit(() -> {
                Thread.currentThread().interrupt();
                assertThat(price("tea-01")).isEqualTo("12.40 #1");
                return Thread.interrupted();
            });
            assertThat(interrupted.get()).isTrue();
            open.countDown();
            assertThat(slow.get()).isEqualTo("slow");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void withoutTracingTheValuesAreTheSame() {
        SpanRuntime.install(null);

        assertThat(price("tea-01")).isEqualTo("12.40 #1");
        assertThat(price("tea-01")).isEqualTo("12.40 #1");
        assertThat(spans.ended()).isEmpty();
    }

    private static void onAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long waiting() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> List.of(stack).stream().anyMatch(frame -> frame.getClassName().endsWith(".Load"))).count();
    }

    private static <T> List<T> together(Callable<T> caller) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<T>> answers = IntStream.range(0, CALLERS).mapToObj(i -> threads.submit(caller)).toList();
            List<T> found = new ArrayList<>();
            for (Future<T> answer : answers)
                found.add(answer.get());
            return found;
        } finally {
            threads.shutdownNow();
        }
    }
}
