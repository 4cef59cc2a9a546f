package dev.foundation.tracing;

/**
 * What puts a fetched value into a cache.
 *
 * <pre>{@code
 * CacheSink<String, Product> cache = (sku, product) -> redis.setex(sku, 60, product);
 * }</pre>
 */
@FunctionalInterface
public interface CacheSink<K, V> {

    /** @param value never null */
    void put(K key, V value) throws Exception;
}
