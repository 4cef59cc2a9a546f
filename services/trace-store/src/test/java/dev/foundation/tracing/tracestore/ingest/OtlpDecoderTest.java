package dev.foundation.tracing.tracestore.ingest;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.model.Attribute;
import dev.foundation.tracing.tracestore.model.AttributeValue;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.store.Shortening;
import dev.foundation.tracing.tracestore.store.SpanStore;
import dev.foundation.tracing.tracestore.store.StoreLimits;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.trace.v1.Span.Link;

class OtlpDecoderTest {

    private final SpanStore store = new SpanStore(StoreLimits.ofBytes(1 << 20));
    private final OtlpDecoder decoder = new OtlpDecoder(store.counters());

    @Test
    void aLongValueIsCutAtTheLimitAndCounted() throws MalformedRequestException {
        Attribute attribute = decode(aSpan().with("text", "x".repeat(5000))).attributes().list().get(0);

        assertThat(attribute.value().asText()).hasSize(OtlpLimits.TEXT_BYTES);
        assertThat(shortened(Shortening.VALUES_CUT)).isEqualTo(1);
    }

    @Test
    void aCutNeverSplitsACharacter() throws MalformedRequestException {
        String text = decode(aSpan().with("text", "x" + "😀".repeat(1000))).attributes().list().get(0).value().asText();

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(2045);
        assertThat(text).endsWith("😀");
    }

    @Test
    void aTextOfTheLimitIsKept() throws MalformedRequestException {
        String text = decode(aSpan().with("text", "é".repeat(1024))).attributes().list().get(0).value().asText();

        assertThat(text).hasSize(1024);
    }

    @Test
    void attributesBeyondTheLimitAreDroppedAndCounted() throws MalformedRequestException {
        SpanFixture fixture = aSpan();
        for (int i = 0; i < OtlpLimits.ATTRIBUTES + 3; i++)
            fixture.with("key" + i, "value");
        fixture.raw().setDroppedAttributesCount(2);
        Span span = decode(fixture);

        assertThat(span.attributes().list()).hasSize(OtlpLimits.ATTRIBUTES);
        assertThat(span.dropped().attributes()).isEqualTo(5);
        assertThat(shortened(Shortening.ATTRIBUTES_DROPPED)).isEqualTo(3);
    }

    @Test
    void valuesNestedTooDeepBecomeEmpty() throws MalformedRequestException {
        AnyValue value = AnyValue.newBuilder().setStringValue("bottom").build();
        for (int i = 0; i < 20; i++)
            value = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(value)).build();
        AttributeValue decoded = decode(aSpan().with("deep", value)).attributes().list().get(0).value();

        assertThat(decoded.asText()).doesNotContain("bottom").startsWith("[[[[");
    }

    @Test
    void aLinkToNothingIsDropped() throws MalformedRequestException {
        SpanFixture fixture = aSpan();
        fixture.raw().addLinks(Link.getDefaultInstance())
                .addLinks(Link.newBuilder().setTraceId(SpanFixture.traceId(2)).setSpanId(SpanFixture.spanId(2)));
        Span span = decode(fixture);

        assertThat(span.links()).hasSize(1);
        assertThat(span.dropped().links()).isEqualTo(1);
    }

    @Test
    void aTimeBeyondAllClocksDoesNoHarm() throws MalformedRequestException {
        SpanFixture fixture = aSpan();
        fixture.raw().setStartTimeUnixNano(-1).setEndTimeUnixNano(5);
        Span span = decode(fixture);

        assertThat(span.startEpochNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(span.durationNanos()).isZero();
    }

    @Test
    void spansOfOneRequestShareTheirResource() throws MalformedRequestException {
        ExportTraceServiceRequest request = SpanFixture.request(aSpan().of("shop"), aSpan().withId(2).of("shop"));
        List<Span> spans = decoder.decode(request);

        assertThat(spans.get(0).resource()).isSameAs(spans.get(1).resource());
    }

    private Span decode(SpanFixture span) throws MalformedRequestException {
        return decoder.decode(span.request()).get(0);
    }

    private long shortened(Shortening what) {
        return store.status().shortened().getOrDefault(what, 0L);
    }
}
