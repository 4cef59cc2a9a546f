package dev.foundation.tracing.runtime.cache.quarkus;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.cache.CachePoint;
import dev.foundation.tracing.runtime.cache.CacheSpan;
import dev.foundation.tracing.runtime.cache.Load;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.cache.Cache;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheInfo;
import io.smallrye.mutiny.Uni;

/**
 * A Caffeine cache, with what only those can. It is of the class that Quarkus has for them, since Quarkus casts to that; the
 * cache that it inherits stays empty.
 */
final class TracedCaffeineCache extends CaffeineCacheImpl implements Traced {

    private final CaffeineCacheImpl cache;
    private final TracedCache traced;

    TracedCaffeineCache(CaffeineCacheImpl cache, TracedCache traced) {
        super(new CaffeineCacheInfo(), false);
        this.cache = cache;
        this.traced = traced;
    }

    @Override
    public CachePoint point() {
        return traced.point();
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
        return traced.get(key, valueLoader);
    }

    @Override
    public <K, V> Uni<V> getAsync(K key, Function<K, Uni<V>> valueLoader) {
        return traced.getAsync(key, valueLoader);
    }

    @Override
    public Uni<Void> invalidate(Object key) {
        return traced.invalidate(key);
    }

    @Override
    public Uni<Void> invalidateAll() {
        return traced.invalidateAll();
    }

    @Override
    public Uni<Void> invalidateIf(Predicate<Object> predicate) {
        return traced.invalidateIf(predicate);
    }

    @Override
    public <T extends Cache> T as(Class<T> type) {
        return type.isInstance(this) ? type.cast(this) : cache.as(type);
    }

    @Override
    public <V> @Nullable CompletableFuture<V> getIfPresent(Object key) {
        CachePoint point = point();
        return TracedCache.isSeen(point) ? lookUp(point, key) : cache.getIfPresent(key);
    }

    private <V> @Nullable CompletableFuture<V> lookUp(CachePoint point, Object key) {
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
        SpanContext awaited = present.isDone() ? null : underWay == null ? SpanContext.getInvalid() : underWay.span();
        CompletionStage<V> stage = present; // its callback below cannot throw
        stage.whenComplete((value, failure) -> {
            if (failure == null)
                found(point, span, value, awaited);
            else
                failed(point, span, failure, awaited);
            span.end();
        });
        span.leave();
        return present;
    }

    private static void found(CachePoint point, CacheSpan span, @Nullable Object value, @Nullable SpanContext awaited) {
        if (awaited == null)
            point.hit(span, value);
        else
            point.coalesced(span, value, awaited);
    }

    private static void failed(CachePoint point, CacheSpan span, Throwable failure, @Nullable SpanContext awaited) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (awaited == null)
            point.unanswered(span, Lookup.cause(cause));
        else
            point.waited(span, awaited);
        span.fail(Lookup.cause(cause));
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

    @Override
    public CaffeineCacheInfo getCacheInfo() {
        return cache.getCacheInfo();
    }

    @Override
    public long getSize() {
        return cache.getSize();
    }
}
