package dev.foundation.tracing.shop.catalog;

import static dev.foundation.tracing.Spans.cacheAside;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.ValueCommands;

/** Products in a Redis that all instances of the catalog share. While it is down, every lookup goes to the table. */
final class ProductsInRedis implements ProductCache {

    private static final String PREFIX = "catalog:product:";
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final ValueCommands<String, Product> redis;
    private final ProductTable table;

    ProductsInRedis(RedisDataSource redis, ProductTable table) {
        this.redis = redis.value(Product.class);
        this.table = table;
    }

    @Override
    public Optional<Product> find(String sku) {
        return Optional.ofNullable(cacheAside(NAME, PREFIX + sku, redis::get, key -> stored(sku), this::keep));
    }

    private @Nullable Product stored(String sku) {
        return table.find(sku).orElse(null);
    }

    private void keep(String key, Product product) {
        redis.setex(key, KEPT.toSeconds(), product);
    }
}
