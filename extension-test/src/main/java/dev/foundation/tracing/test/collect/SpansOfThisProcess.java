package dev.foundation.tracing.test.collect;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/**
 * What every {@link SpanCollector} of this process has seen: one place, so that a test finds it whoever made the collector.
 * Beyond its bound the oldest trace is forgotten.
 */
final class SpansOfThisProcess implements TraceSource {

    static final SpansOfThisProcess INSTANCE = new SpansOfThisProcess(100_000);
    private static final ThreadLocal<Consumer<String>> WATCHER = new ThreadLocal<>();

    private final int mostSpans;
    private final Map<String, GrowingTrace> traces = new LinkedHashMap<>();

    private int spans;
    private int forgotten;

    SpansOfThisProcess(int mostSpans) {
        this.mostSpans = mostSpans;
    }

    /** @param name asked for only where the span is reported as open, for it may change until then */
    void started(String traceId, String spanId, boolean local, Supplier<String> name) {
        Consumer<String> began = WATCHER.get();
        if (local && began != null)
            began.accept(traceId);
        synchronized (this) {
            traces.computeIfAbsent(traceId, GrowingTrace::new).open(spanId, name);
            grown();
        }
    }

    synchronized void ended(TraceSpan span) {
        GrowingTrace trace = traces.get(span.traceId());
        if (trace != null)
            trace.ended(span);
    }

    @Override
    public synchronized Optional<Trace> find(String traceId) {
        GrowingTrace trace = traces.get(traceId);
        return trace == null ? Optional.empty() : trace.soFar();
    }

    @Override
    public synchronized List<String> openSpans(String traceId) {
        GrowingTrace trace = traces.get(traceId);
        return trace == null ? List.of() : trace.openSpans();
    }

    @Override
    public synchronized String advice() {
        if (forgotten > 0)
            return forgotten + " traces were forgotten, for more than " + mostSpans + " spans began in this process";
        return "Is the application under test in this process, is tracing on, and does it use the extension? Without the"
                + " extension, add a SpanCollector to its tracer provider";
    }

    static TraceCollector.Watch watchThisThread(Consumer<String> began) {
        @Nullable
        Consumer<String> before = WATCHER.get();
        WATCHER.set(began);
        return () -> {
            if (before == null)
                WATCHER.remove();
            else
                WATCHER.set(before);
        };
    }

    private void grown() {
        spans++;
        for (Iterator<GrowingTrace> oldest = traces.values().iterator(); spans > mostSpans && oldest.hasNext();) {
            spans -= oldest.next().size();
            oldest.remove();
            forgotten++;
        }
    }
}
