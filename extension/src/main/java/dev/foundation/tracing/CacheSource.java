package dev.foundation.tracing;

import org.jspecify.annotations.Nullable;

/**
 * Where the value of a key comes from: a cache that may have it, or what the cache stands before.
 *
 * <pre>{@code
 * CacheSource<String, Product, RuntimeException> cached = redis::get;
 * CacheSource<String, Product, SQLException> stored = table::find; // throws SQLException
 * }</pre>
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface CacheSource<K, V, X extends Throwable> {

    /** @return the value; null if there is none */
    @Nullable
    V get(K key) throws X;
}
