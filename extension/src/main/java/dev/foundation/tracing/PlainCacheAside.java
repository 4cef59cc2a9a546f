package dev.foundation.tracing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Before start-up and after shutdown: a value is looked for, fetched, and put into the cache, and nobody is told. */
final class PlainCacheAside implements CacheAside {

    @Override
    public <K, V, X extends Throwable> @Nullable V get(String cache, K key, CacheSource<? super K, ? extends V, ?> get,
            CacheSource<? super K, ? extends V, X> fetch, CacheSink<? super K, ? super V> put) throws X {
        V cached = cached(key, get);
        if (cached != null)
            return cached;
        V fetched = fetch.get(key);
        if (fetched != null)
            keep(key, fetched, put);
        return fetched;
    }

    private static <K, V> @Nullable V cached(K key, CacheSource<? super K, ? extends V, ?> get) {
        try {
            return get.get(key);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            keepInterrupted(e);
            return null; // a cache that is down has nothing
        }
    }

    private static <K, V> void keep(K key, V fetched, CacheSink<? super K, ? super V> put) {
        try {
            put.put(key, fetched);
        } catch (Exception e) {
            keepInterrupted(e); // there is a value all the same
        }
    }

    private static void keepInterrupted(Throwable thrown) {
        if (thrown instanceof InterruptedException)
            Thread.currentThread().interrupt();
    }

    @Override
    public <K, V> CompletionStage<V> getAsync(String cache, K key,
            Function<? super K, ? extends CompletionStage<? extends V>> get,
            Function<? super K, ? extends CompletionStage<? extends V>> fetch,
            BiFunction<? super K, ? super V, ? extends CompletionStage<?>> put) {
        return started(key, get).exceptionally(down -> null)
                .thenCompose(cached -> cached != null ? CompletableFuture.completedFuture(cached)
                        : started(key, fetch).thenCompose(fetched -> kept(key, fetched, put)));
    }

    private static <K, V> CompletableFuture<V> started(K key,
            Function<? super K, ? extends CompletionStage<? extends V>> work) {
        try {
            return work.apply(key).toCompletableFuture().thenApply(value -> value);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <K, V> CompletionStage<V> kept(K key, @Nullable V fetched,
            BiFunction<? super K, ? super V, ? extends CompletionStage<?>> put) {
        if (fetched == null)
            return CompletableFuture.completedFuture(fetched);
        try {
            return put.apply(key, fetched).handle((done, notKept) -> fetched);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(fetched);
        }
    }
}
