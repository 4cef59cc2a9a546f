package dev.foundation.tracing.shop.catalog;

import static dev.foundation.tracing.Spans.withSpan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;

/** Cache-aside: a product is looked for in the cache first; of callers that miss at the same time, one fetches for all. */
@ApplicationScoped
class ProductCache {

    static final String NAME = "products";

    private static final Attributes ATTRIBUTES = Attributes.of(AttributeKey.stringKey("cache.name"), NAME);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Cache cache;
    private final ProductTable table;

    ProductCache(@CacheName(NAME) Cache cache, ProductTable table) {
        this.cache = cache;
        this.table = table;
    }

    Optional<Product> find(String sku) {
        return withSpan("cache.get", ATTRIBUTES, span -> {
            AtomicBoolean fetched = new AtomicBoolean();
            Optional<Product> found = cache.get(sku, key -> fetch(key, fetched)).await().atMost(LONGEST_WAIT);
            // Whoever waited for another's fetch has a hit: its own loader was not called.
            span.setAttribute("cache.hit", !fetched.get());
            if (found.isEmpty())
                forget(sku);
            return found;
        });
    }

    private Optional<Product> fetch(String sku, AtomicBoolean fetched) {
        fetched.set(true);
        return withSpan("cache.fetch", () -> table.find(sku));
    }

    // Anyone can ask for names that do not exist: they must not push products out.
    private void forget(String sku) {
        cache.invalidate(sku).await().atMost(LONGEST_WAIT);
    }
}
