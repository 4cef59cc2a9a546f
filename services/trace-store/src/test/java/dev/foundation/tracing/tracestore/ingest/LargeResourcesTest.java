package dev.foundation.tracing.tracestore.ingest;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.store.Shortening;
import dev.foundation.tracing.tracestore.store.SpanStore;
import dev.foundation.tracing.tracestore.store.StoreLimits;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/** Resources are as large as their sender likes, and every one may differ from all before. */
class LargeResourcesTest {

    private static final long MAX_BYTES = 1 << 20;
    private static final int TEXT = 2000;
    private static final int TEXTS = 25;

    private final SpanStore store = new SpanStore(StoreLimits.ofBytes(MAX_BYTES));
    private final OtlpDecoder decoder = new OtlpDecoder(store.counters());

    @Test
    void distinctLargeResourcesTakeNoMoreThanTheStoreMayHold() throws MalformedRequestException {
        for (int i = 1; i <= 100; i++) {
            store.add(decode(i, TEXTS));
            assertThat(store.status().bytes()).isLessThanOrEqualTo(MAX_BYTES);
        }

        assertThat(store.status().evictedTraces()).isPositive();
        assertThat(store.newestFirst()).hasSizeLessThanOrEqualTo((int) (MAX_BYTES / (TEXT * TEXTS)));
    }

    @Test
    void aResourceGoesWithTheLastTraceThatHoldsIt() throws MalformedRequestException {
        WeakReference<Resource> first = new WeakReference<>(decode(1, TEXTS).get(0).resource());

        Awaitility.await().until(() -> {
            System.gc();
            return first.get() == null;
        });
    }

    @Test
    void aResourceCountsForEveryTraceThatHoldsIt() throws MalformedRequestException {
        ExportTraceServiceRequest one = request(1, TEXTS);
        ExportTraceServiceRequest both = one.toBuilder().addAllResourceSpans(inTrace(2, one).getResourceSpansList()).build();
        List<Span> spans = decoder.decode(both);
        store.add(spans);

        assertThat(spans.get(0).resource()).isSameAs(spans.get(1).resource());
        assertThat(store.status().bytes()).isGreaterThan(2L * TEXT * TEXTS);
    }

    @Test
    void attributesOfAResourceBeyondItsBytesAreDroppedAndCounted() throws MalformedRequestException {
        Resource resource = decode(1, 40).get(0).resource();

        assertThat(resource.attributes().list().size()).isBetween(30, 33);
        assertThat(resource.droppedAttributes()).isEqualTo(41 - resource.attributes().list().size());
        assertThat(store.status().shortened()).containsEntry(Shortening.ATTRIBUTES_DROPPED,
                (long) resource.droppedAttributes());
    }

    private List<Span> decode(int number, int texts) throws MalformedRequestException {
        return decoder.decode(request(number, texts));
    }

    private static ExportTraceServiceRequest request(int number, int texts) {
        ExportTraceServiceRequest.Builder request = aSpan().inTrace(number).of("shop" + number).request().toBuilder();
        SpanFixture texted = aSpan();
        for (int i = 0; i < texts; i++)
            texted.with("text" + i, "x".repeat(TEXT));
        request.getResourceSpansBuilder(0).getResourceBuilder().addAllAttributes(texted.raw().getAttributesList());
        return request.build();
    }

    private static ExportTraceServiceRequest inTrace(int trace, ExportTraceServiceRequest request) {
        ExportTraceServiceRequest.Builder other = request.toBuilder();
        other.getResourceSpansBuilder(0).getScopeSpansBuilder(0).getSpansBuilder(0).setTraceId(SpanFixture.traceId(trace));
        return other.build();
    }
}
