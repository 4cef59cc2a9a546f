package dev.foundation.tracing.runtime.cache;

import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.CacheSink;
import dev.foundation.tracing.CacheSource;

/** A lookup whose cache had nothing: of those who miss a key at the same time, one fetches for all. */
record MissedLookup<K, V, X extends Throwable>(CachePoint point, CacheSpan span, K key,
        CacheSource<? super K, ? extends V, ?> get, CacheSource<? super K, ? extends V, X> fetch,
        CacheSink<? super K, ? super V> put) {

    /** @param loadsBefore how many loads had ended before the cache was asked */
    @Nullable
    V value(long loadsBefore) throws X {
        Load<V> mine = Load.onThisThread();
        Load<V> others = point.beginsUnlessUnderWay(key, mine);
        if (others != null && others.canBeAwaitedHere())
            return awaited(others);
        try {
            V late = point.loads().finished() == loadsBefore ? null : TracedCacheAside.read(point, span, key, get);
            return late == null ? load(mine) : cameLate(late, mine);
        } catch (Throwable thrown) {
            mine.value().completeExceptionally(thrown);
            throw thrown;
        } finally {
            point.ends(key, mine);
        }
    }

    @SuppressWarnings("unchecked") // who fetches the same thing throws the same things
    private @Nullable V awaited(Load<V> load) throws X {
        try {
            V value = load.await();
            point.coalesced(span, value, load);
            return value;
        } catch (ExecutionException e) {
            point.waited(span, load);
            throw (X) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // for the fetch to see, as it would have without others
            return load(Load.onThisThread());
        }
    }

    /** Another load ended between this caller's look into the cache and the beginning of its own. */
    private V cameLate(V value, Load<V> mine) {
        point.hit(span, value);
        mine.value().complete(value);
        return value;
    }

    private @Nullable V load(Load<V> mine) throws X {
        point.missed(span);
        V fetched = fetched(mine);
        mine.value().complete(fetched);
        if (fetched != null)
            keep(fetched);
        return fetched;
    }

    private @Nullable V fetched(Load<V> mine) throws X {
        CacheSpan fetching = point.fetchFor(span);
        mine.isShownBy(fetching);
        long start = System.nanoTime();
        try {
            return fetch.get(key);
        } catch (Throwable thrown) {
            fetching.fail(thrown);
            throw thrown;
        } finally {
            point.loaded(System.nanoTime() - start);
            fetching.end();
        }
    }

    private void keep(V value) {
        CacheSpan putting = point.putFor(span, key);
        try {
            put.put(key, value);
        } catch (Exception down) {
            point.isOutOfOrder(putting, down);
        } finally {
            putting.end();
        }
    }
}
