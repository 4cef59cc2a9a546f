package dev.foundation.tracing.runtime.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.context.Scope;

/** A cache-aside lookup whose steps answer later, on whatever threads. */
final class AsyncLookup<K, V> {

    private final CachePoint point;
    private final K key;
    private final Function<? super K, ? extends CompletionStage<? extends V>> get;
    private final Function<? super K, ? extends CompletionStage<? extends V>> fetch;
    private final BiFunction<? super K, ? super V, ? extends CompletionStage<?>> put;
    private final Load<V> mine = Load.anywhere();
    private final Executor asker = CallersContext.here();
    private final boolean insideFetch = InsideFetch.isHere();
    private final CacheSpan span;
    private final long loadsBefore;

    AsyncLookup(CachePoint point, K key, Function<? super K, ? extends CompletionStage<? extends V>> get,
            Function<? super K, ? extends CompletionStage<? extends V>> fetch,
            BiFunction<? super K, ? super V, ? extends CompletionStage<?>> put) {
        this.point = point;
        this.key = key;
        this.get = get;
        this.fetch = fetch;
        this.put = put;
        this.loadsBefore = point.loads().finished(key);
        this.span = point.get(key);
    }

    CompletionStage<V> begin() {
        return ending(span, read().thenCompose(cached -> cached == null ? missed() : hit(cached)));
    }

    private CompletableFuture<@Nullable V> read() {
        return started(() -> get.apply(key)).exceptionally(down -> {
            point.isOutOfOrder(span, down);
            return null;
        });
    }

    private CompletableFuture<V> hit(V cached) {
        point.hit(span, cached);
        return CompletableFuture.completedFuture(cached);
    }

    private CompletableFuture<V> missed() {
        Load<V> others = point.beginsUnlessUnderWay(key, mine);
        if (others != null && !insideFetch)
            return awaited(others);
        CompletableFuture<V> found = point.loads().finished(key) == loadsBefore ? load() : lookAgain();
        return found.whenComplete((value, failure) -> {
            tellThoseWhoWait(value, failure);
            point.ends(key, mine);
        });
    }

    /** Goes on where it was asked for: the load ends in the context of whoever loads. */
    private CompletableFuture<V> awaited(Load<V> others) {
        return others.within(MissedLookup.LONGEST_WAIT_MILLIS).thenComposeAsync(outcome -> {
            if (outcome != null)
                return answered(others, outcome);
            point.loads().giveUp(key, others);
            return load();
        }, asker);
    }

    private CompletableFuture<V> answered(Load<V> others, Load.Outcome<V> outcome) {
        if (outcome.failure() != null) {
            point.waited(span, others.span());
            return CompletableFuture.failedFuture(outcome.failure());
        }
        point.coalesced(span, outcome.value(), others.span());
        return CompletableFuture.completedFuture(outcome.value());
    }

    /** Another load ended between this caller's look into the cache and the beginning of its own. */
    private CompletableFuture<V> lookAgain() {
        return inside(span, this::read).thenCompose(cached -> cached == null ? load() : hit(cached));
    }

    private CompletableFuture<V> load() {
        point.missed(span);
        long start = System.nanoTime();
        return fetched().whenComplete((fetched, failure) -> {
            point.loaded(System.nanoTime() - start);
            tellThoseWhoWait(fetched, failure);
        }).thenCompose(fetched -> fetched == null ? CompletableFuture.completedFuture(fetched) : kept(fetched));
    }

    private void tellThoseWhoWait(@Nullable V value, @Nullable Throwable failure) {
        mine.ends(value, failure == null ? null : unwrapped(failure));
    }

    private CompletableFuture<V> fetched() {
        return inside(span, () -> {
            try (Scope ignored = InsideFetch.begin()) {
                CacheSpan fetching = point.fetchFor(span);
                mine.isShownBy(fetching);
                return ending(fetching, started(() -> fetch.apply(key)));
            }
        });
    }

    private CompletableFuture<V> kept(V fetched) {
        return inside(span, () -> {
            CacheSpan putting = point.putFor(span, key);
            CompletableFuture<V> done = started(() -> put.apply(key, fetched)).handle((nothing, down) -> {
                if (down != null)
                    point.isOutOfOrder(putting, down);
                return fetched;
            });
            return ending(putting, done);
        });
    }

    private static <T> CompletableFuture<T> ending(CacheSpan span, CompletableFuture<T> work) {
        CompletableFuture<T> ended = work.whenComplete((value, failure) -> {
            if (failure != null)
                span.fail(unwrapped(failure));
            span.end();
        });
        span.leave();
        return ended;
    }

    private static <T> T inside(CacheSpan span, Supplier<T> work) {
        try (Scope ignored = span.resume()) {
            return work.get();
        }
    }

    @SuppressWarnings("unchecked") // a future of something of that type is one of that type to those who only read it
    private static <T> CompletableFuture<T> started(Supplier<? extends CompletionStage<? extends T>> work) {
        try {
            return (CompletableFuture<T>) work.get().toCompletableFuture();
        } catch (Throwable e) { // in a callback nobody would hear of it, and the answer never come
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
