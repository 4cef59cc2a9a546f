package dev.foundation.tracing.tracestore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.StoreTest;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.vertx.core.json.JsonObject;

/** OpenTelemetry's own exporters reach the store. */
class RealExporterTest extends StoreTest {

    @Test
    void overGrpcWithGzip() {
        assertArrives(OtlpGrpcSpanExporter.builder().setEndpoint("http://127.0.0.1:" + store.otlpGrpcPort())
                .setCompression("gzip").build());
    }

    @Test
    void overHttpWithGzip() {
        assertArrives(OtlpHttpSpanExporter.builder().setEndpoint("http://127.0.0.1:" + store.otlpHttpPort() + "/v1/traces")
                .setCompression("gzip").build());
    }

    @Test
    void overGrpcUncompressed() {
        assertArrives(OtlpGrpcSpanExporter.builder().setEndpoint("http://127.0.0.1:" + store.otlpGrpcPort()).build());
    }

    private void assertArrives(SpanExporter exporter) {
        Resource resource = Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "checkout"));
        Span span;
        try (SdkTracerProvider tracing = SdkTracerProvider.builder().setResource(resource)
                .addSpanProcessor(SimpleSpanProcessor.create(exporter)).build()) {
            span = tracing.get("test").spanBuilder("order.place").startSpan();
            span.addEvent("order.checked").end();
            assertThat(tracing.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
        }
        JsonObject found = client.json("/api/search?tags=service.name%3Dcheckout").getJsonArray("traces").getJsonObject(0);
        assertThat(found.getString("traceID")).isEqualTo(span.getSpanContext().getTraceId());
        assertThat(found.getString("rootTraceName")).isEqualTo("order.place");
    }
}
