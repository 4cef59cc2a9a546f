package dev.foundation.tracing.shop.catalog;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Every span since the last {@link #forget()}. */
@Singleton
class RecordedSpans implements SpanProcessor {

    private final Queue<ReadableSpan> ended = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cacheGets = new AtomicInteger();

    void forget() {
        ended.clear();
        cacheGets.set(0);
    }

    List<ReadableSpan> named(String name) {
        return ended.stream().filter(span -> span.getName().equals(name)).toList();
    }

    /** @return how many have begun, whether or not they have ended */
    int startedCacheGets() {
        return cacheGets.get();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getName().equals("cache.get"))
            cacheGets.incrementAndGet();
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ended.add(span);
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
