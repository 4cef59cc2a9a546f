package dev.foundation.tracing.shop.catalog;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.InjectableInstance;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.redis.datasource.RedisDataSource;

/** Chooses where products are cached: in Redis if one is configured, else in memory. */
@Singleton
final class ProductCaches {

    /** @param redis active only if {@code quarkus.redis.hosts} is set */
    @Produces
    @Singleton
    ProductCache choose(InjectableInstance<RedisDataSource> redis, @CacheName(ProductCache.NAME) Cache memory,
            ProductTable table) {
        return redis.listActive().stream().findFirst().<ProductCache> map(active -> new ProductsInRedis(active, table))
                .orElseGet(() -> new ProductsInMemory(memory, table));
    }
}
