package dev.foundation.tracing.deployment.cache;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.quarkus.cache.Cache;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheImpl;
import io.quarkus.cache.runtime.caffeine.CaffeineCacheInfo;

/** What a value that is in the cache costs in memory, below a span that is not sampled. */
final class HitCost {

    /** Few enough for the JIT not to do away with objects, which it does by chance in one of two such loops. */
    private static final int HITS = 500;

    private static final Span UNSAMPLED = Span.wrap(SpanContext.create("0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331", TraceFlags.getDefault(), TraceState.getDefault()));

    private HitCost() {
    }

    /** @return how many bytes more than with a cache that nobody has exchanged */
    static long bytesMoreThanBare(Cache cache) {
        try (Scope ignored = UNSAMPLED.makeCurrent()) {
            return bytes(cache) - bytes(new CaffeineCacheImpl(new CaffeineCacheInfo(), false));
        }
    }

    private static long bytes(Cache cache) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        hit(cache); // what is there once
        long before = threads.getCurrentThreadAllocatedBytes();
        hit(cache);
        return (threads.getCurrentThreadAllocatedBytes() - before) / HITS;
    }

    private static void hit(Cache cache) {
        for (int i = 0; i < HITS; i++)
            cache.get("tea-01", sku -> "12.40").await().indefinitely();
    }
}
