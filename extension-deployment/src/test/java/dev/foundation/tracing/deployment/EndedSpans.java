package dev.foundation.tracing.deployment;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Singleton;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.arc.Unremovable;

/** A bean of the application under test that keeps the spans which ended in it. */
@Singleton
@Unremovable
public class EndedSpans implements SpanProcessor {

    private final Queue<SpanData> ended = new ConcurrentLinkedQueue<>();

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // only the end matters
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ended.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    public void forget() {
        ended.clear();
    }

    public List<SpanData> all() {
        return List.copyOf(ended);
    }

    /** A request's own span ends after its response has arrived, so this waits. */
    public SpanData named(String name) {
        return await("span '" + name + "'").until(() -> find(name), found -> found != null);
    }

    private SpanData find(String name) {
        return ended.stream().filter(span -> span.getName().equals(name)).findFirst().orElse(null);
    }
}
