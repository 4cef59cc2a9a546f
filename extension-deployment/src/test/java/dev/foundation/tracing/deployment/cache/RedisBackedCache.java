package dev.foundation.tracing.deployment.cache;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.quarkus.cache.runtime.AbstractCache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;

/** A back end of quarkus-cache as somebody may write it: asynchronous, its values in Redis, callers do not wait for others. */
public class RedisBackedCache extends AbstractCache {

    private static final String NOTHING = "";

    private final String name;
    private final Supplier<RedisAPI> redis;

    RedisBackedCache(String name, Supplier<RedisAPI> redis) {
        this.name = name;
        this.redis = redis;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public <K, V> Uni<V> get(K key, Function<K, V> loader) {
        return getAsync(key, missing -> Uni.createFrom().item(() -> loader.apply(missing)));
    }

    @Override
    @SuppressWarnings("unchecked") // its values are texts
    public <K, V> Uni<V> getAsync(K key, Function<K, Uni<V>> loader) {
        return Uni.createFrom().deferred(() -> redis.get().get(name + ":" + key)).flatMap(found -> {
            if (found != null)
                return Uni.createFrom().item(found.toString().equals(NOTHING) ? null : (V) found.toString());
            return loader.apply(key).call(value -> redis.get().set(List.of(name + ":" + key,
                    value == null ? NOTHING : value.toString())));
        });
    }

    @Override
    public Uni<Void> invalidate(Object key) {
        return Uni.createFrom().deferred(() -> redis.get().del(List.of(name + ":" + key))).replaceWithVoid();
    }

    @Override
    public Uni<Void> invalidateAll() {
        return Uni.createFrom().deferred(() -> redis.get().flushdb(List.of())).replaceWithVoid();
    }

    @Override
    public Uni<Void> invalidateIf(Predicate<Object> predicate) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }
}
