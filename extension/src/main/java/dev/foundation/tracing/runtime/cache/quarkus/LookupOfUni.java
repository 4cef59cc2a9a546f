package dev.foundation.tracing.runtime.cache.quarkus;

import java.util.function.Function;

import dev.foundation.tracing.runtime.cache.CachePoint;
import dev.foundation.tracing.runtime.cache.CacheSpan;
import dev.foundation.tracing.runtime.cache.Load;
import io.opentelemetry.context.Scope;
import io.quarkus.cache.Cache;
import io.smallrye.mutiny.Uni;

/** A lookup whose loader has the value later. */
final class LookupOfUni<K, V> extends Lookup<K, V> implements Function<K, Uni<V>> {

    private final Function<K, Uni<V>> loader;

    LookupOfUni(Cache cache, CachePoint point, K key, Function<K, Uni<V>> loader) {
        super(cache, point, key);
        this.loader = loader;
    }

    @Override
    Uni<V> ask() {
        return cache.getAsync(key, this);
    }

    @Override
    Uni<V> again() {
        return askedAgain(new LookupOfUni<>(cache, point, key, loader));
    }

    // The answer may also be late because it is handed over to the caller's event loop.
    @Override
    boolean keepsCallersWaiting() {
        return false;
    }

    @Override
    public Uni<V> apply(K asked) {
        try (Scope ignored = inside()) {
            return loading(asked);
        }
    }

    private Uni<V> loading(K asked) {
        Load<V> load = loads();
        CacheSpan fetching = fetching(load);
        long start = System.nanoTime();
        try {
            Uni<V> loaded = LoaderRuns.of(point, loader, asked);
            if (loaded == null)
                throw new NullPointerException("the loader of the cache '" + cache.getName() + "' returned no Uni");
            fetching.leave();
            return new Fetch<>(point, loaded, load, fetching, start);
        } catch (Throwable thrown) {
            point.ends(key, load);
            fetching.fail(cause(thrown));
            fetching.end();
            throw thrown;
        }
    }
}
