package dev.foundation.tracing.tracestore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.model.Attributes;
import dev.foundation.tracing.tracestore.model.DroppedCounts;
import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanId;
import dev.foundation.tracing.tracestore.model.SpanKind;
import dev.foundation.tracing.tracestore.model.SpanStatus;
import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.model.TraceId;

class SpanStoreTest {

    private static final Resource RESOURCE = new Resource(Attributes.NONE, 0);
    private static final Scope SCOPE = new Scope("", "", Attributes.NONE, 0);
    private static final long MAX_BYTES = 64 << 10;

    private final SpanStore store = new SpanStore(StoreLimits.ofBytes(MAX_BYTES));

    @Test
    void bytesNeverExceedTheBound() {
        for (long trace = 1; trace <= 1000; trace++) {
            store.add(List.of(span(trace, 1)));
            assertThat(store.status().bytes()).isLessThanOrEqualTo(MAX_BYTES);
        }
    }

    @Test
    void theOldestTraceGoesAsAWhole() {
        store.add(List.of(span(1, 1), span(1, 2)));
        store.add(List.of(span(2, 1)));
        long next = 3;
        while (store.status().evictedTraces() == 0)
            store.add(List.of(span(next++, 1)));

        assertThat(store.find(id(1))).isNull();
        assertThat(store.find(id(2))).isNotNull();
        assertThat(store.status().evictedSpans()).isEqualTo(2);
    }

    @Test
    void aTraceTakesAtMostAQuarterOfTheStore() {
        store.add(List.of(span(1, 1)));
        AddedSpans added = store.add(LongStream.rangeClosed(1, 1000).mapToObj(span -> span(2, span)).toList());

        assertThat(added.refused()).isPositive();
        assertThat(store.status().bytes()).isLessThan(MAX_BYTES / 3);
        assertThat(store.find(id(1))).isNotNull();
        assertThat(store.status().refused()).containsEntry(Refusal.TRACE_HAS_TOO_MANY_BYTES, (long) added.refused());
    }

    @Test
    void aTraceTakesAtMostSoManySpans() {
        SpanStore tight = new SpanStore(new StoreLimits(MAX_BYTES, MAX_BYTES, 3));
        AddedSpans added = tight.add(LongStream.rangeClosed(1, 5).mapToObj(span -> span(1, span)).toList());

        assertThat(added).isEqualTo(new AddedSpans(3, 2));
    }

    @Test
    void aLateSpanJoinsItsTrace() {
        store.add(List.of(span(1, 2)));
        store.add(List.of(span(2, 1)));
        store.add(List.of(span(1, 1)));

        assertThat(trace(1).spans()).hasSize(2);
        assertThat(store.status().traces()).isEqualTo(2);
    }

    @Test
    void readersSeeTheTraceAsItWasWhenTheyAsked() {
        store.add(List.of(span(1, 1)));
        Trace before = trace(1);
        store.add(List.of(span(1, 2)));

        assertThat(before.spans()).hasSize(1);
        assertThat(trace(1).spans()).hasSize(2);
    }

    @Test
    void whatHasComeIsListedFirstAtOnce() {
        store.add(List.of(span(1, 1)));
        assertThat(store.newestFirst()).hasSize(1);
        store.add(List.of(span(2, 1)));

        assertThat(store.newestFirst()).extracting(Trace::id).containsExactly(id(2), id(1));
    }

    @Test
    void aSharedResourceIsPaidForOncePerTrace() {
        store.add(List.of(span(1, 1)));
        long first = store.status().bytes();
        store.add(List.of(span(1, 2)));

        assertThat(store.status().bytes() - first).isLessThan(first);
    }

    @Test
    void writersDoNotLoseEachOthersSpans() throws Exception {
        SpanStore large = new SpanStore(StoreLimits.ofBytes(64 << 20));
        CyclicBarrier together = new CyclicBarrier(4);
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            long offset = writer * 1000L;
            Thread thread = new Thread(() -> {
                awaitAll(together);
                for (long i = 1; i <= 1000; i++)
                    large.add(List.of(span(i, offset + i)));
            });
            thread.start();
            writers.add(thread);
        }
        for (Thread writer : writers)
            writer.join();

        assertThat(large.status().spans()).isEqualTo(4000);
        assertThat(large.newestFirst()).hasSize(1000).allSatisfy(trace -> assertThat(trace.spans()).hasSize(4));
    }

    private static void awaitAll(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Trace trace(long number) {
        Trace trace = store.find(id(number));
        assertThat(trace).isNotNull();
        return Objects.requireNonNull(trace);
    }

    private static TraceId id(long number) {
        return new TraceId(0, number);
    }

    private static Span span(long trace, long span) {
        return new Span(id(trace), new SpanId(span), null, "", "work", SpanKind.INTERNAL, trace, trace + 1, Attributes.NONE,
                List.of(), List.of(), DroppedCounts.NONE, SpanStatus.UNSET, RESOURCE, SCOPE);
    }
}
