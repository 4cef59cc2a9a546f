package dev.foundation.tracing.runtime.sampling.keep;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** An ended span as if it had been sampled, so that it is exported. */
final class KeptSpan implements ReadableSpan {

    private final ReadableSpan span;
    private final SpanContext context;
    private final SpanContext parent;
    private final Attributes added;

    /** @param added to a root: why it was kept */
    KeptSpan(ReadableSpan span, Attributes added) {
        this.span = span;
        this.context = sampled(span.getSpanContext());
        this.parent = sampled(span.getParentSpanContext());
        this.added = added;
    }

    /** A caller's span was not sampled, and stays so: whether it is kept is the caller's business. */
    private static SpanContext sampled(SpanContext context) {
        return !context.isValid() || context.isRemote() ? context
                : SpanContext.create(context.getTraceId(), context.getSpanId(), TraceFlags.getSampled(),
                        context.getTraceState());
    }

    @Override
    public SpanContext getSpanContext() {
        return context;
    }

    @Override
    public SpanContext getParentSpanContext() {
        return parent;
    }

    @Override
    public SpanData toSpanData() {
        return new Data(span.toSpanData());
    }

    @Override
    public String getName() {
        return span.getName();
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // it has to be there until the interface has no such method
    public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
        return span.getInstrumentationLibraryInfo();
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return span.getInstrumentationScopeInfo();
    }

    @Override
    public boolean hasEnded() {
        return span.hasEnded();
    }

    @Override
    public long getLatencyNanos() {
        return span.getLatencyNanos();
    }

    @Override
    public SpanKind getKind() {
        return span.getKind();
    }

    @Override
    public <T> @Nullable T getAttribute(AttributeKey<T> key) {
        T value = added.get(key);
        return value == null ? span.getAttribute(key) : value;
    }

    @Override
    public Attributes getAttributes() {
        return with(span.getAttributes());
    }

    private Attributes with(Attributes attributes) {
        return added.isEmpty() ? attributes : attributes.toBuilder().putAll(added).build();
    }

    private final class Data extends DelegatingSpanData {

        private final Attributes attributes;
        private final int attributeCount;

        Data(SpanData data) {
            super(data);
            this.attributes = with(data.getAttributes());
            this.attributeCount = data.getTotalAttributeCount() + added.size();
        }

        @Override
        public SpanContext getSpanContext() {
            return context;
        }

        @Override
        public SpanContext getParentSpanContext() {
            return parent;
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributeCount;
        }
    }
}
