package dev.foundation.tracing.shop.catalog;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** How many cache look-ups have begun since the last {@link #forget()}, whether or not they have ended. */
@Singleton
class StartedLookups implements SpanProcessor {

    private final AtomicInteger started = new AtomicInteger();

    void forget() {
        started.set(0);
    }

    int count() {
        return started.get();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getName().equals("cache.get"))
            started.incrementAndGet();
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // only the beginning matters
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
