package dev.foundation.tracing;

import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Behind {@code Spans.cacheAside(…)}, which applications use instead. Not to be implemented by them.
 *
 * <pre>{@code
 * Product product = cacheAside("products", sku, redis::get, table::find, (key, found) -> redis.setex(key, 60, found));
 * }</pre>
 */
public interface CacheAside {

    /** @see Spans#cacheAside */
    <K, V, X extends Throwable> @Nullable V get(String cache, K key, CacheSource<? super K, ? extends V, ?> get,
            CacheSource<? super K, ? extends V, X> fetch, CacheSink<? super K, ? super V> put) throws X;

    /** @see Spans#cacheAsideAsync */
    <K, V> CompletionStage<V> getAsync(String cache, K key, Function<? super K, ? extends CompletionStage<? extends V>> get,
            Function<? super K, ? extends CompletionStage<? extends V>> fetch,
            BiFunction<? super K, ? super V, ? extends CompletionStage<?>> put);
}
