package dev.foundation.tracing.runtime.cache.quarkus;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.cache.CachePoint;
import dev.foundation.tracing.runtime.cache.CacheSpan;
import dev.foundation.tracing.runtime.cache.Load;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;

/** A value on its way into the cache. Its span began when the loader was called, which may have done half of the work. */
final class Fetch<V> extends Watched<V> {

    private final CachePoint point;
    private final Uni<V> work;
    private final Load<V> load;
    private final CacheSpan span;
    private final long start;
    private Scope inside = Scope.noop();

    Fetch(CachePoint point, Uni<V> work, Load<V> load, CacheSpan span, long start) {
        this.point = point;
        this.work = work;
        this.load = load;
        this.span = span;
        this.start = start;
    }

    @Override
    Uni<V> work() {
        return work;
    }

    // A cache asks for a value once. Whatever one does that asks more often, it gets its values.
    @Override
    Uni<V> again() {
        return work;
    }

    @Override
    void begins() {
        inside = span.resume();
    }

    @Override
    void hasBegun() {
        inside.close();
    }

    @Override
    void ends(@Nullable V item, @Nullable Throwable failure, boolean atOnce) {
        if (failure != null)
            span.fail(Lookup.cause(failure));
        end();
    }

    @Override
    void isCancelled() {
        span.set("cancelled", true);
        end();
    }

    private void end() {
        load.isOver();
        point.loaded(System.nanoTime() - start);
        span.end();
    }
}
