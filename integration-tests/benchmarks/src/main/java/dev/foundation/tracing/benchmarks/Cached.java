package dev.foundation.tracing.benchmarks;

import static dev.foundation.tracing.Spans.cacheAside;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.quarkus.arc.Unremovable;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheInfo;

/** A cache as an application has it, and one that nobody has exchanged; each has what is asked for. */
@Unremovable
@Singleton
class Cached {

    private final Cache cache;
    private final Cache bare = new CaffeineCacheImpl(new CaffeineCacheInfo(), false);
    private final Map<String, String> map = new ConcurrentHashMap<>(Map.of("tea-01", "12.40"));

    Cached(@CacheName("prices") Cache cache) {
        this.cache = cache;
    }

    String hit(String key) {
        return cache.get(key, missing -> "12.40").await().indefinitely();
    }

    String bareHit(String key) {
        return bare.get(key, missing -> "12.40").await().indefinitely();
    }

    @Nullable
    String asideHit(String key) {
        return cacheAside("prices", key, map::get, missing -> "12.40", map::put);
    }

    @Nullable
    String bareAsideHit(String key) {
        String found = map.get(key);
        return found == null ? map.computeIfAbsent(key, missing -> "12.40") : found;
    }
}
