package dev.foundation.tracing.shop.catalog;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@SuppressWarnings("NullAway.Init")
class ProductCacheTest {

    private static final AttributeKey<Boolean> HIT = AttributeKey.booleanKey("cache.hit");
    private static final AttributeKey<String> NAME = AttributeKey.stringKey("cache.name");

    @Inject
    RecordedSpans spans;

    @Inject
    DataSource dataSource;

    @Inject
    @CacheName(ProductCache.NAME)
    Cache cache;

    @BeforeEach
    void startAfresh() {
        cache.invalidateAll().await().indefinitely();
        spans.forget();
    }

    @Test
    void theFirstLookupIsAMissWithAFetchInside() {
        when().get("/products/tea-02").then().statusCode(200);

        ReadableSpan get = spans.named("cache.get").get(0);
        ReadableSpan fetch = spans.named("cache.fetch").get(0);
        assertThat(get.getAttribute(HIT)).isFalse();
        assertThat(get.getAttribute(NAME)).isEqualTo("products");
        assertThat(fetch.getParentSpanContext().getSpanId()).isEqualTo(get.getSpanContext().getSpanId());
    }

    @Test
    void theSecondLookupIsAHitWithoutFetch() {
        when().get("/products/tea-02").then().statusCode(200);
        spans.forget();

        when().get("/products/tea-02").then().statusCode(200);

        assertThat(spans.named("cache.get")).extracting(span -> span.getAttribute(HIT)).containsExactly(true);
        assertThat(spans.named("cache.fetch")).isEmpty();
    }

    @Test
    void ofLookupsAtTheSameTimeOneFetchesForAll() throws SQLException {
        // Threads of its own: the common pool has fewer on a small machine, and then the fourth lookup never starts.
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Integer>> lookups = lookUpFourTimesWhileTheTableIsLocked(threads);

            assertThat(lookups.stream().map(CompletableFuture::join)).containsOnly(200);
        } finally {
            threads.shutdownNow();
        }
        await().untilAsserted(() -> assertThat(spans.named("cache.get")).extracting(span -> span.getAttribute(HIT))
                .containsExactlyInAnyOrder(false, true, true, true));
        assertThat(spans.named("cache.fetch")).hasSize(1);
    }

    @Test
    void unknownProductsAreNotKept() throws SQLException {
        when().get("/products/new-01").then().statusCode(404);
        execute("insert into product (sku, name, category, description, price) values ('new-01', 'New', 'new', 'New', 1)");
        try {
            when().get("/products/new-01").then().statusCode(200);
        } finally {
            execute("delete from product where sku = 'new-01'");
        }
    }

    private List<CompletableFuture<Integer>> lookUpFourTimesWhileTheTableIsLocked(Executor threads) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table product in access exclusive mode");
            List<CompletableFuture<Integer>> lookups = Stream.generate(() -> lookUpOn(threads)).limit(4).toList();
            await().until(() -> spans.startedCacheGets() == 4);
            connection.rollback();
            return lookups;
        }
    }

    private static CompletableFuture<Integer> lookUpOn(Executor threads) {
        return CompletableFuture.supplyAsync(() -> when().get("/products/tea-03").statusCode(), threads);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
