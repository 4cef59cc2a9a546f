package dev.foundation.tracing.tracestore;

import static java.util.Arrays.asList;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/** A span to send: everything has a default but the point of the test. */
public final class SpanFixture {

    public static final long START_NANOS = 1_795_358_878_000_000_000L;

    private final Span.Builder span = Span.newBuilder().setName("work").setStartTimeUnixNano(START_NANOS)
            .setEndTimeUnixNano(START_NANOS + 1_000_000).setTraceId(traceId(1)).setSpanId(spanId(1));
    private String service = "shop";

    private SpanFixture() {
    }

    public static SpanFixture aSpan() {
        return new SpanFixture();
    }

    public static ByteString traceId(long number) {
        return ByteString.copyFrom(ByteBuffer.allocate(16).putLong(0).putLong(number).flip());
    }

    public static ByteString spanId(long number) {
        return ByteString.copyFrom(ByteBuffer.allocate(8).putLong(number).flip());
    }

    /** The id as queries want it. */
    public static String hexTraceId(long number) {
        return "0".repeat(16) + HexFormat.of().toHexDigits(number);
    }

    public SpanFixture inTrace(long number) {
        span.setTraceId(traceId(number));
        return this;
    }

    public SpanFixture withId(long number) {
        span.setSpanId(spanId(number));
        return this;
    }

    public SpanFixture below(long parent) {
        span.setParentSpanId(spanId(parent));
        return this;
    }

    public SpanFixture of(String serviceName) {
        service = serviceName;
        return this;
    }

    public SpanFixture named(String name) {
        span.setName(name);
        return this;
    }

    public SpanFixture startingAfter(Duration delay) {
        long shift = START_NANOS + delay.toNanos() - span.getStartTimeUnixNano();
        span.setStartTimeUnixNano(span.getStartTimeUnixNano() + shift).setEndTimeUnixNano(span.getEndTimeUnixNano() + shift);
        return this;
    }

    public SpanFixture lasting(Duration duration) {
        span.setEndTimeUnixNano(span.getStartTimeUnixNano() + duration.toNanos());
        return this;
    }

    public SpanFixture with(String key, String value) {
        return with(key, AnyValue.newBuilder().setStringValue(value).build());
    }

    public SpanFixture with(String key, AnyValue value) {
        span.addAttributes(KeyValue.newBuilder().setKey(key).setValue(value));
        return this;
    }

    public SpanFixture failed(String message) {
        span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage(message));
        return this;
    }

    /** What no method here sets. */
    public Span.Builder raw() {
        return span;
    }

    public ExportTraceServiceRequest request() {
        return request(List.of(this));
    }

    public static ExportTraceServiceRequest request(SpanFixture... spans) {
        return request(asList(spans));
    }

    public static ExportTraceServiceRequest request(List<SpanFixture> spans) {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        for (SpanFixture span : spans)
            request.addResourceSpans(span.resourceSpans());
        return request.build();
    }

    private ResourceSpans resourceSpans() {
        KeyValue name = KeyValue.newBuilder().setKey("service.name").setValue(AnyValue.newBuilder().setStringValue(service))
                .build();
        return ResourceSpans.newBuilder().setResource(Resource.newBuilder().addAttributes(name))
                .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)).build();
    }
}
