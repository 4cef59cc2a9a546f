package dev.foundation.tracing.runtime.batch;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.BatchSpans;
import dev.foundation.tracing.runtime.span.BatchOpener;
import dev.foundation.tracing.runtime.span.OngoingSpan;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoints;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SpanLimits;

/** Opens the spans of batches on OpenTelemetry. */
public final class TracedBatches implements BatchOpener {

    private static final String ITEM = ".item";

    private final SpanOpener opener;
    private final Tracer tracer;
    private final int limit;
    private final int mostLinks;

    /**
     * @param limit how many items have a span though they succeed, where a batch does not say
     * @param mostLinks that a span can have
     */
    public TracedBatches(SpanOpener opener, Tracer tracer, int limit, int mostLinks) {
        this.opener = opener;
        this.tracer = tracer;
        this.limit = Math.max(0, limit);
        this.mostLinks = mostLinks;
    }

    /** @return how many links a span can have, as that is configured */
    public static int mostLinks(OpenTelemetry openTelemetry) {
        SpanLimits limits = openTelemetry instanceof OpenTelemetrySdk sdk ? sdk.getSdkTracerProvider().getSpanLimits()
                : SpanLimits.getDefault();
        return limits.getMaxNumberOfLinks();
    }

    @Override
    public BatchSpans open(String name, @Nullable String itemName, int size, int limitOfBatch) {
        OngoingSpan span = opener.open(name);
        if (span == null)
            return BatchSpans.none();
        String nameOfItems = itemName == null ? name + ITEM : itemName;
        return new TracedBatch(span, size,
                new ItemSpans(opener, SpanPoints.named(nameOfItems), limitOfBatch < 0 ? limit : limitOfBatch,
                        new SummarisedItems(tracer, nameOfItems)),
                new Origins(span, mostLinks));
    }
}
