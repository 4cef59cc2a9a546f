package dev.foundation.tracing.runtime.cache.quarkus;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.cache.CachePoint;
import dev.foundation.tracing.runtime.cache.CacheSpan;
import io.smallrye.mutiny.Uni;

/** Entries are taken out of a cache. */
final class Invalidation extends Watched<Void> {

    private final CachePoint point;
    private final Uni<Void> work;
    private final @Nullable Object key;
    private final String scope;
    private CacheSpan span = CacheSpan.none();

    /** @param key null if it is not one entry */
    Invalidation(CachePoint point, Uni<Void> work, @Nullable Object key, String scope) {
        this.point = point;
        this.work = work;
        this.key = key;
        this.scope = scope;
    }

    @Override
    Uni<Void> work() {
        return work;
    }

    @Override
    Uni<Void> again() {
        return new Invalidation(point, work, key, scope);
    }

    @Override
    void begins() {
        span = point.invalidate(key);
        span.set("cache.invalidate.scope", scope);
    }

    @Override
    void hasBegun() {
        span.leave();
    }

    @Override
    void ends(@Nullable Void nothing, @Nullable Throwable failure, boolean atOnce) {
        if (failure != null)
            span.fail(failure);
        span.end();
    }

    @Override
    void isCancelled() {
        span.set("cancelled", true);
        span.end();
    }
}
