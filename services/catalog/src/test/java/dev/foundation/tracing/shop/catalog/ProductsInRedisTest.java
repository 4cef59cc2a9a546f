package dev.foundation.tracing.shop.catalog;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.test.junit.RestAssuredTraces;
import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@TraceTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(value = RedisResource.class, restrictToAnnotatedClass = true)
@SuppressWarnings("NullAway.Init")
class ProductsInRedisTest {

    private static final int CALLERS = 64;

    RedisResource server;

    @Inject
    Instance<RedisDataSource> redis;

    @Inject
    StartedLookups lookups;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void startAfresh() {
        redis.get().flushall();
        lookups.forget();
    }

    @Test
    void aMissFetchesFromTheTableAndPutsIntoRedis(TestTraces traces) {
        when().get("/products/tea-02").then().statusCode(200).body("price", equalTo("4.80"));

        assertThat(traces.only()).hasSpan("cache.get").withAttribute("cache.hit", false)
                .withAttribute("cache.name", "products").withChildren("get", "cache.fetch", "cache.put");
    }

    @Test
    void aHitHasWhatWasPut(TestTraces traces) {
        when().get("/products/tea-02").then().statusCode(200);

        when().get("/products/tea-02").then().statusCode(200).body("price", equalTo("4.80")).body("sku", equalTo("tea-02"));

        assertThat(traces.last()).hasSpan("cache.get").withAttribute("cache.hit", true).withChildren("get");
    }

    @Test
    void of64LookupsAtTheSameTimeOneFetchesForAll(TestTraces traces) throws SQLException {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table product in access exclusive mode");
            List<CompletableFuture<Integer>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                    () -> given().filter(new RestAssuredTraces(traces)).get("/products/tea-03").statusCode(), threads))
                    .limit(CALLERS).toList();
            await().until(() -> lookups.count() == CALLERS);
            connection.rollback();

            assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
        } finally {
            threads.shutdownNow();
        }
        assertThat(traces.all()).flatExtracting(trace -> trace.spansNamed("cache.fetch")).hasSize(1);
        assertThat(traces.all()).flatExtracting(trace -> trace.spansNamed("cache.get")).hasSize(CALLERS);
    }

    @Test
    void whileRedisIsDownProductsComeFromTheTableAndWhenItIsUpFromThereAgain(TestTraces traces) {
        server.down();
        try {
            when().get("/products/tea-02").then().statusCode(200);
        } finally {
            server.up();
        }
        assertThat(traces.only()).hasSpan("cache.get").failed();
        assertThat(traces.only()).hasSpan("cache.put").failed();
        assertThat(traces.only()).hasSpan("product.find").withAttribute("product.known", true);

        await().pollInSameThread().ignoreExceptions().untilAsserted(() -> {
            when().get("/products/tea-02").then().statusCode(200);
            assertThat(traces.last()).hasSpan("cache.get").withAttribute("cache.hit", true);
        });
    }
}
