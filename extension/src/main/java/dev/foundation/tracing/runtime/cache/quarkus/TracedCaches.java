package dev.foundation.tracing.runtime.cache.quarkus;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.quarkus.cache.Cache;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl;
import io.quarkus.cache.runtime.noop.NoOpCache;

/** Puts a traced cache in the place of every cache that Quarkus's cache manager is made with. */
public final class TracedCaches implements UnaryOperator<Map<String, ?>> {

    @Override
    public Map<String, ?> apply(Map<String, ?> caches) {
        Map<String, Cache> traced = new HashMap<>(caches.size() * 2);
        caches.forEach((name, cache) -> traced.put(name, traced(name, (Cache) cache)));
        return traced;
    }

    // Where there are several back ends, a manager over all of them is made of the caches of each one's own. Where caching is
    // switched off, there is no cache to show.
    private static Cache traced(String name, Cache cache) {
        if (cache instanceof Traced || cache instanceof NoOpCache)
            return cache;
        TracedCache traced = new TracedCache(name, cache);
        traced.point(); // so that what is counted of it can be read from the start
        return cache instanceof CaffeineCacheImpl caffeine ? new TracedCaffeineCache(caffeine, traced) : traced;
    }
}
