package dev.foundation.tracing.runtime.cache;

import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.CacheAside;
import dev.foundation.tracing.CacheSink;
import dev.foundation.tracing.CacheSource;

/** Cache-aside for caches of any kind. Safe from any thread. A hit without a span makes no object. */
public final class TracedCacheAside implements CacheAside {

    private final CachePoints points;

    public TracedCacheAside(CachePoints points) {
        this.points = points;
    }

    @Override
    public <K, V, X extends Throwable> @Nullable V get(String cache, K key, CacheSource<? super K, ? extends V, ?> get,
            CacheSource<? super K, ? extends V, X> fetch, CacheSink<? super K, ? super V> put) throws X {
        CachePoint point = points.aside(cache);
        CacheSpan span = point.get(key);
        try {
            long loadsBefore = point.loads().finished(key);
            V cached = read(point, span, key, get);
            if (cached == null)
                return new MissedLookup<K, V, X>(point, span, key, get, fetch, put).value(loadsBefore);
            point.hit(span, cached);
            return cached;
        } catch (Throwable thrown) {
            span.fail(thrown);
            throw thrown;
        } finally {
            span.end();
        }
    }

    /** @return what the cache has; null also if it is down */
    static <K, V> @Nullable V read(CachePoint point, CacheSpan span, K key, CacheSource<? super K, ? extends V, ?> get) {
        try {
            return get.get(key);
        } catch (Error e) {
            throw e;
        } catch (Throwable down) {
            point.isOutOfOrder(span, down);
            return null;
        }
    }

    @Override
    public <K, V> CompletionStage<V> getAsync(String cache, K key,
            Function<? super K, ? extends CompletionStage<? extends V>> get,
            Function<? super K, ? extends CompletionStage<? extends V>> fetch,
            BiFunction<? super K, ? super V, ? extends CompletionStage<?>> put) {
        return new AsyncLookup<K, V>(points.aside(cache), key, get, fetch, put).begin();
    }
}
