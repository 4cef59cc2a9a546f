package dev.foundation.tracing.runtime.cache.quarkus;

import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.cache.CachePoint;
import dev.foundation.tracing.runtime.cache.CachePoints;
import io.quarkus.cache.Cache;
import io.quarkus.cache.runtime.AbstractCache;
import io.smallrye.mutiny.Uni;

/** Shows what a cache does, and does nothing else. What nobody would see goes straight to the cache. */
final class TracedCache extends AbstractCache implements Traced {

    private final Cache cache;

    private final String name;
    private volatile Seen seen = new Seen(CachePoints.unseen(), CachePoints.unseen().of("", null));

    /** @param name by which the application knows the cache; one that is switched off has another itself */
    TracedCache(String name, Cache cache) {
        this.name = name;
        this.cache = cache;
    }

    // A cache manager may be made before tracing is connected.
    @Override
    public CachePoint point() {
        CachePoints installed = CachePoints.installed();
        Seen last = seen;
        if (last.in() != installed) {
            last = new Seen(installed, installed.of(name, Backend.of(cache)));
            seen = last;
        }
        return last.point();
    }

    @Override
    public String getName() {
        return cache.getName();
    }

    @Override
    public Object getDefaultKey() {
        return cache.getDefaultKey();
    }

    @Override
    public <K, V> Uni<V> get(K key, Function<K, V> valueLoader) {
        CachePoint point = point();
        return isSeen(point) ? new LookupOfValue<>(cache, point, key, valueLoader).asking() : cache.get(key, valueLoader);
    }

    @Override
    public <K, V> Uni<V> getAsync(K key, Function<K, Uni<V>> valueLoader) {
        CachePoint point = point();
        return isSeen(point) ? new LookupOfUni<>(cache, point, key, valueLoader).asking() : cache.getAsync(key, valueLoader);
    }

    static boolean isSeen(CachePoint point) {
        return point.seesLookup();
    }

    @Override
    public Uni<Void> invalidate(Object key) {
        CachePoint point = point();
        return invalidation(point, cache.invalidate(key), key, "key");
    }

    @Override
    public Uni<Void> invalidateAll() {
        return invalidation(point(), cache.invalidateAll(), null, "all");
    }

    @Override
    public Uni<Void> invalidateIf(Predicate<Object> predicate) {
        return invalidation(point(), cache.invalidateIf(predicate), null, "matching");
    }

    private static Uni<Void> invalidation(CachePoint point, Uni<Void> work, @Nullable Object key, String scope) {
        return point.seesInvalidation() ? new Invalidation(point, work, key, scope) : work;
    }

    @Override
    public <T extends Cache> T as(Class<T> type) {
        return type.isInstance(this) ? type.cast(this) : cache.as(type);
    }

    private record Seen(CachePoints in, CachePoint point) {
    }
}
