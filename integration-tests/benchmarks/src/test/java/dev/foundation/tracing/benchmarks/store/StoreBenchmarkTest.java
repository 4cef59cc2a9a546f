package dev.foundation.tracing.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.google.protobuf.ByteString;

import dev.foundation.tracing.tracestore.TraceStore;
import dev.foundation.tracing.tracestore.TraceStoreOptions;

/** That the driver counts right; how fast anything is, is for people to compare. */
class StoreBenchmarkTest {

    private final TraceStore store = TraceStore.start(TraceStoreOptions.onFreePorts().withMaxBytes(1 << 20));
    private final Target target = new Target(URI.create("http://127.0.0.1:" + store.queryPort()),
            URI.create("http://127.0.0.1:" + store.otlpHttpPort()));

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsPushedIsKeptOrEvictedAndCounted() throws Exception {
        Ingestion.Result pushed = new Ingestion(target, new Batches(64)).push(10_000);
        StoreCounts counts = StoreCounts.of(target);

        assertThat(pushed.errors()).isZero();
        assertThat(pushed.spans()).isGreaterThanOrEqualTo(10_000);
        assertThat(counts.received()).isEqualTo(pushed.spans());
        assertThat(counts.kept() + counts.evicted()).isEqualTo(pushed.spans());
        assertThat(counts.evicted()).isPositive();
        assertThat(counts.areExact(pushed.spans())).isTrue();
        assertThat(counts.areExact(pushed.spans() + 1)).isFalse();
    }

    @Test
    void whatIsPushedIsSeenAtOnce() throws Exception {
        assertThat(Visibility.of(target, new Batches(16), 10)).isEqualTo(new Visibility(0, 0));
    }

    @Test
    void everyBatchHasTracesOfItsOwn() {
        Batches batches = new Batches(100);

        assertThat(batches.next().traceIds()).doesNotContainAnyElementsOf(batches.next().traceIds()).hasSizeBetween(5, 13)
                .allMatch(id -> id.length() == 32);
    }

    @Test
    void aRefusedRequestIsAnError() throws Exception {
        Batch nonsense = new Batch(ByteString.copyFrom(new byte[] { -1, -1, -1 }), List.of(), 1);

        assertThat(target.push(nonsense)).isEqualTo(400);
        assertThat(StoreCounts.of(target).refused()).isEqualTo(1);
    }

    @Test
    void percentilesAreOfTheSlowest() throws Exception {
        assertThat(Latencies.of(10, () -> "").percentile(99)).isGreaterThanOrEqualTo(0);
    }
}
