package dev.foundation.tracing.shop.catalog;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.cache.Cache;

/** Products in this process's memory, by quarkus-cache. */
final class ProductsInMemory implements ProductCache {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Cache cache;
    private final ProductTable table;

    ProductsInMemory(Cache cache, ProductTable table) {
        this.cache = cache;
        this.table = table;
    }

    @Override
    public Optional<Product> find(String sku) {
        Optional<Product> found = cache.get(sku, table::find).await().atMost(LONGEST_WAIT);
        if (found.isEmpty())
            cache.invalidate(sku).await().atMost(LONGEST_WAIT);
        return found;
    }
}
