package dev.foundation.tracing.runtime.cache.quarkus;

import java.util.function.Function;

import dev.foundation.tracing.runtime.cache.CachePoint;
import dev.foundation.tracing.runtime.cache.CacheSpan;
import dev.foundation.tracing.runtime.cache.Load;
import io.opentelemetry.context.Scope;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CaffeineCache;
import io.smallrye.mutiny.Uni;

/** A lookup whose loader has the value when it returns. */
final class LookupOfValue<K, V> extends Lookup<K, V> implements Function<K, V> {

    private final Function<K, V> loader;

    LookupOfValue(Cache cache, CachePoint point, K key, Function<K, V> loader) {
        super(cache, point, key);
        this.loader = loader;
    }

    @Override
    Uni<V> ask() {
        return cache.get(key, this);
    }

    @Override
    Uni<V> again() {
        return askedAgain(new LookupOfValue<>(cache, point, key, loader));
    }

    @Override
    boolean keepsCallersWaiting() {
        return cache instanceof CaffeineCache;
    }

    @Override
    public V apply(K asked) {
        try (Scope ignored = inside()) {
            return loaded(asked);
        }
    }

    private V loaded(K asked) {
        Load<V> load = loads();
        CacheSpan fetching = fetching(load);
        long start = System.nanoTime();
        try {
            return LoaderRuns.of(point, loader, asked);
        } catch (Throwable thrown) {
            fetching.fail(cause(thrown));
            throw thrown;
        } finally {
            load.isOver();
            point.loaded(System.nanoTime() - start);
            fetching.end();
        }
    }
}
