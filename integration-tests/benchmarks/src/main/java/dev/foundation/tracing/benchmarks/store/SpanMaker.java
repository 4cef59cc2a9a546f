package dev.foundation.tracing.benchmarks.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/** Spans as a shop's service sends them: ten attributes, half of which differ from span to span; one in fifty failed. */
final class SpanMaker {

    private static final String[] OPERATIONS = { "GET /products/{sku}", "POST /orders", "SELECT shop.products", "cache.get",
            "payment.authorize" };
    private static final int LONGEST_MICROS = 200_000;

    private final Random random;
    private final long epochNanos;

    /** @param seed the same for the same spans, but for their times, which are those of now */
    SpanMaker(long seed) {
        random = new Random(seed);
        Instant now = Instant.now();
        epochNanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** @param spans in traces of 8 to 20 */
    BatchTemplate batch(String service, int spans) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName("io.quarkus.opentelemetry"));
        long trace = -1;
        int left = 0;
        ByteString parent = ByteString.EMPTY;
        for (int i = 0; i < spans; i++) {
            if (left == 0) {
                trace++;
                left = 8 + random.nextInt(13);
                parent = ByteString.EMPTY;
            }
            left--;
            ByteString id = id(random.nextLong() | 1);
            scope.addSpans(span(trace, id, parent));
            parent = id;
        }
        ResourceSpans all = ResourceSpans.newBuilder().setResource(resource(service)).addScopeSpans(scope).build();
        return new BatchTemplate(ExportTraceServiceRequest.newBuilder().addResourceSpans(all).build().toByteArray(), spans,
                (int) trace + 1);
    }

    private Span.Builder span(long trace, ByteString id, ByteString parent) {
        long start = epochNanos - random.nextInt(1_000_000_000);
        Span.Builder span = Span.newBuilder().setTraceId(id(BatchTemplate.MARK).concat(id(trace))).setSpanId(id)
                .setParentSpanId(parent).setName(OPERATIONS[random.nextInt(OPERATIONS.length)])
                .setKind(Span.SpanKind.SPAN_KIND_SERVER).setStartTimeUnixNano(start)
                .setEndTimeUnixNano(start + random.nextInt(LONGEST_MICROS) * 1_000L);
        boolean failed = random.nextInt(50) == 0;
        if (failed)
            span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
        return span.addAttributes(text("http.request.method", "GET")).addAttributes(text("url.scheme", "http"))
                .addAttributes(text("http.route", "/products/{sku}")).addAttributes(text("server.address", "catalog.shop.svc"))
                .addAttributes(number("server.port", 8081))
                .addAttributes(number("http.response.status_code", failed ? 500 : 200))
                .addAttributes(text("url.path", "/products/tea-" + random.nextInt(10_000)))
                .addAttributes(text("client.address", "10.1." + random.nextInt(256) + "." + random.nextInt(256)))
                .addAttributes(text("enduser.id", "user-" + random.nextInt(100_000)))
                .addAttributes(number("thread.id", random.nextInt(200)));
    }

    private static Resource resource(String service) {
        return Resource.newBuilder().addAttributes(text("service.name", service))
                .addAttributes(text("service.version", "1.4.2"))
                .addAttributes(text("host.name", "node-7")).addAttributes(text("telemetry.sdk.language", "java")).build();
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
    }

    private static KeyValue number(String key, long value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setIntValue(value)).build();
    }

    private static ByteString id(long value) {
        return ByteString.copyFrom(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    }
}
