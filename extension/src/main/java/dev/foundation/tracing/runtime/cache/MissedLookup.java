package dev.foundation.tracing.runtime.cache;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.CacheSink;
import dev.foundation.tracing.CacheSource;
import io.opentelemetry.context.Scope;

/** A lookup whose cache had nothing: of those who miss a key at the same time, one fetches for all. */
record MissedLookup<K, V, X extends Throwable>(CachePoint point, CacheSpan span, K key,
        CacheSource<? super K, ? extends V, ?> get, CacheSource<? super K, ? extends V, X> fetch,
        CacheSink<? super K, ? super V> put) {

    /** Then it is taken for one that never ends, and whoever asks fetches himself. */
    static final long LONGEST_WAIT_MILLIS = 10_000;

    /** @param loadsBefore how many loads had ended before the cache was asked */
    @Nullable
    V value(long loadsBefore) throws X {
        Load<V> mine = Load.onThisThread();
        Load<V> others = point.beginsUnlessUnderWay(key, mine);
        if (others != null && others.canBeBlockedForHere() && !InsideFetch.isHere())
            return awaited(others);
        try {
            V late = point.loads().finished(key) == loadsBefore ? null : TracedCacheAside.read(point, span, key, get);
            return late == null ? load(mine) : cameLate(late, mine);
        } catch (Throwable thrown) {
            mine.ends(null, thrown);
            throw thrown;
        } finally {
            point.ends(key, mine);
        }
    }

    private @Nullable V awaited(Load<V> load) throws X {
        try {
            Load.Outcome<V> outcome = load.await(LONGEST_WAIT_MILLIS);
            if (outcome != null)
                return answered(load, outcome);
            point.loads().giveUp(key, load);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // for the fetch to see, as it would have without others
        }
        return load(Load.onThisThread());
    }

    @SuppressWarnings("unchecked") // who fetches the same thing throws the same things
    private @Nullable V answered(Load<V> load, Load.Outcome<V> outcome) throws X {
        if (outcome.failure() != null) {
            point.waited(span, load.span());
            throw (X) outcome.failure();
        }
        point.coalesced(span, outcome.value(), load.span());
        return outcome.value();
    }

    /** Another load ended between this caller's look into the cache and the beginning of its own. */
    private V cameLate(V value, Load<V> mine) {
        point.hit(span, value);
        mine.ends(value, null);
        return value;
    }

    private @Nullable V load(Load<V> mine) throws X {
        point.missed(span);
        V fetched = fetched(mine);
        mine.ends(fetched, null);
        if (fetched != null)
            keep(fetched);
        return fetched;
    }

    private @Nullable V fetched(Load<V> mine) throws X {
        Scope mark = InsideFetch.begin();
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
            mark.close();
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
