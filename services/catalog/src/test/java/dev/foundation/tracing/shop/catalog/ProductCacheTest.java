package dev.foundation.tracing.shop.catalog;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static io.restassured.RestAssured.given;
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

import dev.foundation.tracing.test.junit.RestAssuredTraces;
import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@TraceTest
@QuarkusTestResource(PostgresResource.class)
@SuppressWarnings("NullAway.Init")
class ProductCacheTest {

    @Inject
    StartedLookups lookups;

    @Inject
    DataSource dataSource;

    @Inject
    @CacheName(ProductCache.NAME)
    Cache cache;

    @BeforeEach
    void startAfresh() {
        cache.invalidateAll().await().indefinitely();
        lookups.forget();
    }

    @Test
    void theFirstLookupIsAMissWithAFetchInside(TestTraces traces) {
        when().get("/products/tea-02").then().statusCode(200);

        assertThat(traces.last()).hasSpan("cache.get").withAttribute("cache.hit", false)
                .withAttribute("cache.name", "products").withChildren("cache.fetch");
    }

    @Test
    void theSecondLookupIsAHitWithoutFetch(TestTraces traces) {
        when().get("/products/tea-02").then().statusCode(200);

        when().get("/products/tea-02").then().statusCode(200);

        assertThat(traces.last()).hasSpan("cache.get").withAttribute("cache.hit", true).withChildren();
    }

    @Test
    void ofLookupsAtTheSameTimeOneFetchesForAll(TestTraces traces) throws SQLException {
        // Threads of its own: the common pool has fewer on a small machine, and then the fourth lookup never starts.
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Integer>> answers = lookUpFourTimesWhileTheTableIsLocked(threads, traces);

            assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
        } finally {
            threads.shutdownNow();
        }
        assertThat(traces.all()).flatExtracting(trace -> trace.spansNamed("cache.get"))
                .extracting(get -> get.attributes().get("cache.hit"))
                .containsExactlyInAnyOrder(false, true, true, true);
        assertThat(traces.all()).flatExtracting(trace -> trace.spansNamed("cache.fetch")).hasSize(1);
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

    private List<CompletableFuture<Integer>> lookUpFourTimesWhileTheTableIsLocked(Executor threads, TestTraces traces)
            throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table product in access exclusive mode");
            List<CompletableFuture<Integer>> answers = Stream.generate(() -> lookUpOn(threads, traces)).limit(4).toList();
            await().until(() -> lookups.count() == 4);
            connection.rollback();
            return answers;
        }
    }

    private static CompletableFuture<Integer> lookUpOn(Executor threads, TestTraces traces) {
        return CompletableFuture
                .supplyAsync(() -> given().filter(new RestAssuredTraces(traces)).get("/products/tea-03").statusCode(), threads);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
