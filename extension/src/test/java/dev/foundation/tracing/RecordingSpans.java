package dev.foundation.tracing;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import java.io.FileNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import dev.foundation.tracing.runtime.batch.TracedBatches;
import dev.foundation.tracing.runtime.cache.CachePoints;
import dev.foundation.tracing.runtime.cache.TracedCacheAside;
import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.http.client.HttpClientCalls;
import dev.foundation.tracing.runtime.redaction.SafeUrls;
import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.OpenTelemetrySpans;
import dev.foundation.tracing.runtime.span.SpanOpener;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Installs the API on a real OpenTelemetry SDK for one test, and keeps the spans that ended. */
public final class RecordingSpans implements BeforeEachCallback, AfterEachCallback {

    private static final TracingRunTimeConfig.Cache CACHES_BY_DEFAULT = new CachesByDefault();

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();

    @Override
    public void beforeEach(ExtensionContext context) {
        install(new SpanOpener(tracer(), true, new Failures(Set.of(FileNotFoundException.class.getName())),
                Observations.plain()));
    }

    public void install(SpanOpener opener) {
        SpanRuntime.install(new OpenTelemetrySpans(opener,
                new TracedCacheAside(new CachePoints(CACHES_BY_DEFAULT, opener, null)),
                new TracedBatches(opener, tracer(), 100, provider.getSpanLimits().getMaxNumberOfLinks()),
                new HttpClientCalls(opener, new SafeUrls(Set.of("card")), List.of())));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SpanRuntime.install(null);
        provider.close();
    }

    public Tracer tracer() {
        return provider.get("test");
    }

    public List<SpanData> ended() {
        return exporter.getFinishedSpanItems();
    }

    public SpanData only() {
        if (ended().size() != 1)
            throw new AssertionError("expected one span, got " + ended());
        return ended().get(0);
    }

    /** A result may be there a moment before the spans of all who made it have ended on their threads. */
    public SpanData named(String name) {
        return await().alias("a span '" + name + "'").atMost(ofSeconds(5)).until(() -> firstNamed(name), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<SpanData> firstNamed(String name) {
        return ended().stream().filter(span -> span.getName().equals(name)).findFirst();
    }

    private static final class CachesByDefault implements TracingRunTimeConfig.Cache {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Optional<Set<String>> exclude() {
            return Optional.empty();
        }

        @Override
        public boolean keyHash() {
            return true;
        }

        @Override
        public Optional<String> keyHashSecret() {
            return Optional.empty();
        }

        @Override
        public boolean metrics() {
            return true;
        }
    }
}
