package dev.foundation.tracing.runtime.cache.quarkus;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CaffeineCache;

/** Puts a traced cache in the place of every cache that Quarkus's cache manager is made with. */
public final class TracedCaches implements UnaryOperator<Map<String, ?>> {

    @Override
    public Map<String, ?> apply(Map<String, ?> caches) {
        Map<String, Cache> traced = new HashMap<>(caches.size() * 2);
        caches.forEach((name, cache) -> traced.put(name, traced(name, (Cache) cache)));
        return traced;
    }

    // Where there are several back ends, a manager over all of them is made of the caches of each one's own.
    private static Cache traced(String name, Cache cache) {
        if (cache instanceof TracedCache)
            return cache;
        TracedCache<?> traced = cache instanceof CaffeineCache caffeine ? new TracedCaffeineCache(name, caffeine)
                : new TracedCache<>(name, cache);
        traced.point(); // so that what is counted of it can be read from the start
        return traced;
    }
}
