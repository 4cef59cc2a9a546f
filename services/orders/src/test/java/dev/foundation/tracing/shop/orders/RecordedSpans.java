package dev.foundation.tracing.shop.orders;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Every span that has ended. */
@Singleton
class RecordedSpans implements SpanProcessor {

    private final Queue<ReadableSpan> ended = new ConcurrentLinkedQueue<>();

    List<ReadableSpan> where(Predicate<ReadableSpan> condition) {
        return ended.stream().filter(condition).toList();
    }

    List<ReadableSpan> ofTrace(String traceId) {
        return where(span -> span.getSpanContext().getTraceId().equals(traceId));
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
    }

    @Override
    public boolean isStartRequired() {
        return false;
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
