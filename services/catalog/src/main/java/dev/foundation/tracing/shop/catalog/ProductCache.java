package dev.foundation.tracing.shop.catalog;

import java.util.Optional;

/** Cache-aside: a product is looked for in the cache first; of callers that miss at the same time, one fetches for all. */
interface ProductCache {

    String NAME = "products";

    /** @return empty if there is no such product; which is not kept, for anyone can ask for names that do not exist */
    Optional<Product> find(String sku);
}
