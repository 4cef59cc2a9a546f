package dev.foundation.tracing.runtime.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.LateSpan;
import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * Keeps what is said to an item's span until it is known whether there is to be one. To what happens inside it looks like the
 * batch's span, which stays in any case. Safe from any thread.
 */
final class HeldBackSpan implements LateSpan {

    /**
     * More than OpenTelemetry keeps of a span: 128 attributes, events and links each. What says how it failed is kept on top.
     */
    private static final int MOST_KEPT = 400;
    private static final int MOST_KEPT_OF_A_FAILURE = MOST_KEPT + 10;

    private final SummarisedItems items;
    private final long start;
    private final List<Consumer<Span>> said = new ArrayList<>();
    private boolean failed;
    private boolean ended;
    private volatile @Nullable ReadableSpan made;

    HeldBackSpan(SummarisedItems items) {
        this.items = items;
        this.start = items.now();
    }

    /** It has failed, though it may not be marked as failed: its exception may have been expected. */
    synchronized void keep() {
        failed = true;
    }

    private synchronized HeldBackSpan say(Consumer<Span> what) {
        if (!ended && said.size() < (failed ? MOST_KEPT_OF_A_FAILURE : MOST_KEPT))
            said.add(what);
        return this;
    }

    @Override
    public <T> Span setAttribute(AttributeKey<T> key, @Nullable T value) {
        return say(span -> span.setAttribute(key, value));
    }

    @Override
    public Span addEvent(String name, Attributes attributes) {
        return addEvent(name, attributes, items.now(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
        return say(span -> span.addEvent(name, attributes, timestamp, unit));
    }

    @Override
    public Span addLink(SpanContext other, Attributes attributes) {
        return say(span -> span.addLink(other, attributes));
    }

    @Override
    public synchronized Span setStatus(StatusCode status, String description) {
        failed |= status == StatusCode.ERROR;
        return say(span -> span.setStatus(status, description));
    }

    @Override
    public Span recordException(Throwable exception, Attributes attributes) {
        return say(span -> span.recordException(exception, attributes));
    }

    @Override
    public Span updateName(String name) {
        return say(span -> span.updateName(name));
    }

    @Override
    public void end() {
        end(items.now(), Span::end);
    }

    @Override
    public void end(long timestamp, TimeUnit unit) {
        end(unit.toNanos(timestamp), span -> span.end(timestamp, unit));
    }

    private void end(long end, Consumer<Span> ending) {
        if (!isFirstEnd())
            return;
        if (failed)
            make(ending);
        else
            items.add(Math.max(0, end - start));
    }

    private void make(Consumer<Span> ending) {
        Span span = items.startedAt(start);
        try {
            said.forEach(what -> what.accept(span));
        } catch (Throwable e) {
            TracingFailures.report("the span of an item does not say all", e); // an exception's own getMessage may throw
        }
        ending.accept(span);
        made = span instanceof ReadableSpan readable ? readable : null;
    }

    private synchronized boolean isFirstEnd() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    @Override
    public @Nullable ReadableSpan made() {
        return made;
    }

    @Override
    public SpanContext getSpanContext() {
        return items.batch();
    }

    @Override
    public synchronized boolean isRecording() {
        return !ended;
    }
}
