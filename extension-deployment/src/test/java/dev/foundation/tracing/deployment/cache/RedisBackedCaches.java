package dev.foundation.tracing.deployment.cache;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.quarkus.arc.Arc;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheManager;
import io.quarkus.cache.CacheManagerInfo;
import io.quarkus.cache.runtime.CacheManagerImpl;
import io.vertx.mutiny.redis.client.RedisAPI;

/** Makes caches of the type {@code redis-for-tests}. */
public class RedisBackedCaches implements CacheManagerInfo {

    static final String TYPE = "redis-for-tests";

    @Override
    public boolean supports(Context context) {
        return context.cacheEnabled() && context.cacheType().equals(TYPE);
    }

    @Override
    public Supplier<CacheManager> get(Context context) {
        return () -> {
            Map<String, Cache> caches = new TreeMap<>();
            context.cacheNames().forEach(name -> caches.put(name,
                    new RedisBackedCache(name, () -> Arc.container().instance(RedisAPI.class).get())));
            return new CacheManagerImpl(caches);
        };
    }
}
