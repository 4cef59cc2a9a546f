package dev.foundation.tracing.runtime.cache.quarkus;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.cache.CachePoint;
import dev.foundation.tracing.runtime.cache.CacheSpan;
import dev.foundation.tracing.runtime.cache.Load;
import io.quarkus.cache.CaffeineCache;

/** A Caffeine cache with what only those can. */
final class TracedCaffeineCache extends TracedCache<CaffeineCache> implements CaffeineCache {

    TracedCaffeineCache(String name, CaffeineCache cache) {
        super(name, cache);
    }

    @Override
    public <V> @Nullable CompletableFuture<V> getIfPresent(Object key) {
        CachePoint point = point();
        CacheSpan span = point.get(key);
        try {
            Load<?> underWay = point.underWay(key);
            CompletableFuture<V> present = cache.getIfPresent(key);
            return present == null ? missed(point, span) : ending(point, span, present, underWay);
        } catch (RuntimeException e) {
            point.unanswered(span, e);
            span.end();
            throw e;
        }
    }

    private static <V> @Nullable CompletableFuture<V> missed(CachePoint point, CacheSpan span) {
        point.missed(span);
        span.end();
        return null;
    }

    private static <V> CompletableFuture<V> ending(CachePoint point, CacheSpan span, CompletableFuture<V> present,
            @Nullable Load<?> underWay) {
        boolean waits = !present.isDone();
        CompletionStage<V> stage = present; // its callback below cannot throw
        stage.whenComplete((value, failure) -> {
            if (failure != null)
                point.unanswered(span, failure);
            else if (waits)
                point.coalesced(span, value, underWay);
            else
                point.hit(span, value);
            span.end();
        });
        span.leave();
        return present;
    }

    @Override
    public <V> void put(Object key, CompletableFuture<V> valueFuture) {
        CacheSpan span = point().put(key);
        try {
            cache.put(key, valueFuture);
        } catch (RuntimeException e) {
            span.fail(e);
            throw e;
        } finally {
            span.end();
        }
    }

    @Override
    public Set<Object> keySet() {
        return cache.keySet();
    }

    @Override
    public void setExpireAfterWrite(Duration duration) {
        cache.setExpireAfterWrite(duration);
    }

    @Override
    public void setExpireAfterAccess(Duration duration) {
        cache.setExpireAfterAccess(duration);
    }

    @Override
    public void setMaximumSize(long maximumSize) {
        cache.setMaximumSize(maximumSize);
    }
}
