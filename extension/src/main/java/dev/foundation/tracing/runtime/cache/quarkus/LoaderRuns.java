package dev.foundation.tracing.runtime.cache.quarkus;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.cache.CachePoint;

/** Tells a cached method that is called to load from one that is called because its caller waited long enough. */
final class LoaderRuns {

    private static final ThreadLocal<@Nullable CachePoint> FOR = new ThreadLocal<>();

    private LoaderRuns() {
    }

    static <K, R> R of(CachePoint point, Function<K, R> loader, K key) {
        FOR.set(point);
        try {
            return loader.apply(key);
        } finally {
            FOR.remove();
        }
    }

    /** @return whether this call is what a lookup in that cache is waiting for; true once for each */
    static boolean takeOne(CachePoint point) {
        boolean loading = FOR.get() == point;
        if (loading)
            FOR.remove();
        return loading;
    }
}
