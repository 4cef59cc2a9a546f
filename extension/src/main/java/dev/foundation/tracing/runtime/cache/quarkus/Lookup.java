package dev.foundation.tracing.runtime.cache.quarkus;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.cache.CachePoint;
import dev.foundation.tracing.runtime.cache.CacheSpan;
import dev.foundation.tracing.runtime.cache.Load;
import dev.foundation.tracing.runtime.span.LaterContext;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** One lookup: what callers subscribe to, and the loader that the cache is given, since a miss is that this is called. */
abstract class Lookup<K, V> extends Watched<V> {

    final Cache cache;
    final CachePoint point;
    final K key;

    private @Nullable LaterContext later;
    private Scope asked = Scope.noop();
    private @Nullable Uni<V> work;
    private CacheSpan span = CacheSpan.none();
    /** This caller's own load, if the cache asked for one. */
    private volatile @Nullable Load<V> own;
    /** Another caller's load of this key, which was going on when this one asked. */
    private @Nullable Load<?> others;
    /** Where the answer is to come, as the cache has seen to when it was asked. */
    private final io.vertx.core.@Nullable Context asker = Vertx.currentContext();
    /** How many loads had begun then. */
    private long begunBefore;

    Lookup(Cache cache, CachePoint point, K key) {
        this.cache = cache;
        this.point = point;
        this.key = key;
    }

    /** @throws RuntimeException what the cache itself throws, at once: a key may be none of its */
    final Lookup<K, V> asking() {
        later = point.isTraced() ? LaterContext.ofWorkAskedForHere() : null;
        try (Scope ignored = later == null ? Scope.noop() : later.assembling()) {
            work = ask();
        }
        return this;
    }

    /** @return what the cache answers, once it is subscribed to */
    abstract Uni<V> ask();

    /** For one more subscription, which may come from anywhere, the cache is asked where it was first. */
    final Lookup<K, V> askedAgain(Lookup<K, V> another) {
        if (!(asker instanceof ContextInternal context) || asker == Vertx.currentContext())
            return another.asking();
        ContextInternal before = context.beginDispatch();
        try {
            return another.asking();
        } finally {
            context.endDispatch(before);
        }
    }

    @Override
    final Uni<V> work() {
        return Objects.requireNonNull(work);
    }

    @Override
    final void begins() {
        asked = later == null ? Scope.noop() : later.asked();
        span = point.get(key);
        span.begins(later);
        begunBefore = point.begun();
        others = point.underWay(key);
    }

    @Override
    final void hasBegun() {
        span.leave();
        asked.close();
    }

    /** @return the load that the cache has asked this caller for */
    final Load<V> loads() {
        Load<V> load = own;
        if (load == null) {
            load = Load.anywhere();
            own = load;
            point.begins(key, load);
        }
        return load;
    }

    /** Makes the lookup current: a cache may ask for the load on a thread that knows nothing of it. */
    final Scope inside() {
        return span.isCurrent() ? Scope.noop() : span.resume();
    }

    final CacheSpan fetching(Load<V> load) {
        CacheSpan fetching = point.fetchFor(span);
        load.isShownBy(fetching);
        return fetching;
    }

    @Override
    final void ends(@Nullable V item, @Nullable Throwable failure, boolean atOnce) {
        if (own != null)
            point.missed(span);
        else
            endsWithoutLoading(item, failure, atOnce);
        if (failure != null)
            span.fail(cause(failure));
        end();
    }

    private void end() {
        if (later != null)
            later.ends();
        span.end();
    }

    private void endsWithoutLoading(@Nullable V item, @Nullable Throwable failure, boolean atOnce) {
        SpanContext awaited = awaited(atOnce);
        if (awaited == null)
            endsAlone(item, failure);
        else if (failure == null)
            point.coalesced(span, item, awaited);
        else
            point.waited(span, awaited);
    }

    private void endsAlone(@Nullable V item, @Nullable Throwable failure) {
        if (failure == null)
            point.hit(span, item);
        else
            point.unanswered(span, cause(failure));
    }

    /** @return the span of the load that this caller waited for; invalid if nobody knows it, null if he did not wait */
    private @Nullable SpanContext awaited(boolean atOnce) {
        Load<?> known = others;
        if (known != null && known.hasEnded())
            return known.span();
        SpanContext since = point.begunAndEndedSince(begunBefore, key);
        return since == null && !atOnce && keepsCallersWaiting() ? SpanContext.getInvalid() : since;
    }

    /** @return whether only the load of another can keep a caller of this cache waiting */
    abstract boolean keepsCallersWaiting();

    @Override
    final void isCancelled() {
        Load<?> known = others == null ? point.underWay(key) : others;
        if (own != null)
            point.missed(span);
        else if (known != null)
            point.waited(span, known.span());
        span.set("cancelled", true);
        end();
    }

    @Override
    void isOver() {
        Load<V> load = own;
        if (load != null)
            point.ends(key, load);
    }

    /** What the loader threw, the cache wraps. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CacheException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
